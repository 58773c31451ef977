package io.llmops.eval.metric.classification;

/** The labels that an answer scores, their scores, and the right labels, by codes. Arrays are not copied. */
final class ScoredRow {

    private final int[] labels;
    private final double[] scores;
    private final int[] reference;

    ScoredRow(int[] labels, double[] scores, int[] reference) {
        this.labels = labels;
        this.scores = scores;
        this.reference = reference;
    }

    ScoredRow by(int[] codes) {
        var mine = new int[labels.length];
        java.util.Arrays.setAll(mine, i -> codes[labels[i]]);
        var right = new int[reference.length];
        java.util.Arrays.setAll(right, i -> codes[reference[i]]);
        return new ScoredRow(mine, scores, right);
    }

    /** Writes the score of every label, then 1 for every right one. */
    void write(int[] places, int width, double[] into) {
        for (var i = 0; i < labels.length; i++) {
            into[places[labels[i]]] = scores[i];
        }
        for (var label : reference) {
            into[width + places[label]] = 1;
        }
    }
}
