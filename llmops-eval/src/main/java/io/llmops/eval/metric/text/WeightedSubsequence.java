package io.llmops.eval.metric.text;

/** The common subsequence of two texts that values runs of neighbours (ROUGE-W, Lin 2004), as ROUGE-1.5.5 finds it. */
final class WeightedSubsequence {

    private static final byte BOTH = 1;
    private static final byte UP = 2;
    private static final byte LEFT = 3;

    private WeightedSubsequence() {}

    static double weight(double length, double exponent) {
        return StrictMath.pow(length, exponent);
    }

    /** Marks the tokens of the reference that are in it. */
    static void mark(int[] reference, int[] answer, double exponent, boolean[] into) {
        var moves = moves(reference, answer, exponent);
        var i = reference.length;
        var j = answer.length;
        while (i > 0 && j > 0) {
            switch (moves[i][j]) {
                case BOTH -> {
                    into[--i] = true;
                    j--;
                }
                case UP -> i--;
                default -> j--;
            }
        }
    }

    private static byte[][] moves(int[] reference, int[] answer, double exponent) {
        var moves = new byte[reference.length + 1][answer.length + 1];
        var above = new double[answer.length + 1];
        var runsAbove = new int[answer.length + 1];
        for (var i = 1; i <= reference.length; i++) {
            var row = new double[answer.length + 1];
            var runs = new int[answer.length + 1];
            for (var j = 1; j <= answer.length; j++) {
                if (reference[i - 1] == answer[j - 1]) {
                    var run = runsAbove[j - 1];
                    row[j] = above[j - 1] + weight(run + 1.0, exponent) - weight(run, exponent);
                    runs[j] = run + 1;
                    moves[i][j] = BOTH;
                } else if (above[j] >= row[j - 1]) {
                    row[j] = above[j];
                    moves[i][j] = UP;
                } else {
                    row[j] = row[j - 1];
                    moves[i][j] = LEFT;
                }
            }
            above = row;
            runsAbove = runs;
        }
        return moves;
    }
}
