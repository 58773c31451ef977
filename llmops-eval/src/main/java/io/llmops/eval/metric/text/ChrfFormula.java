package io.llmops.eval.metric.text;

/** chrF of summed counts, from 0 to 100. Immutable. */
record ChrfFormula(int characterOrder, int wordOrder, double beta, boolean epsilonSmoothing) {

    private static final double EPSILON = 1e-16;

    int width() {
        return 3 * (characterOrder + wordOrder);
    }

    double score(double[] counts) {
        return epsilonSmoothing ? meanOfScores(counts) : scoreOfMeans(counts);
    }

    private double scoreOfMeans(double[] counts) {
        var precision = 0.0;
        var recall = 0.0;
        var lengths = 0;
        for (var at = 0; at < counts.length; at += 3) {
            if (counts[at] > 0 && counts[at + 1] > 0) {
                precision += counts[at + 2] / counts[at];
                recall += counts[at + 2] / counts[at + 1];
                lengths++;
            }
        }
        return lengths == 0 || precision + recall == 0 ? 0 : 100 * f(precision / lengths, recall / lengths);
    }

    /** As chrF++.py has it: a tiny number in the place of what is not defined, all lengths counted. */
    private double meanOfScores(double[] counts) {
        var sum = 0.0;
        for (var at = 0; at < counts.length; at += 3) {
            var precision = counts[at] > 0 ? counts[at + 2] / counts[at] : EPSILON;
            var recall = counts[at + 1] > 0 ? counts[at + 2] / counts[at + 1] : EPSILON;
            sum += precision + recall > 0 ? f(precision, recall) : EPSILON;
        }
        return 100 * sum / (characterOrder + wordOrder);
    }

    private double f(double precision, double recall) {
        var square = beta * beta;
        return Math.min(1, (1 + square) * precision * recall / (square * precision + recall));
    }
}
