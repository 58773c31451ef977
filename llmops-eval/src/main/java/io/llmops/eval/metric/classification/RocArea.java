package io.llmops.eval.metric.classification;

import java.util.Arrays;

/**
 * The area under a ROC curve of scores that count alike, and its standard error by DeLong and others (1988), from the
 * scores of both kinds sorted by themselves and merged: the quick way for millions. Immutable.
 */
record RocArea(double value, double standardError) {

    static RocArea of(double[] scores, boolean[] truth, int trueOnes) {
        var right = new double[trueOnes];
        var wrong = new double[scores.length - trueOnes];
        for (int i = 0, r = 0, w = 0; i < scores.length; i++) {
            if (truth[i]) {
                right[r++] = scores[i] + 0.0;
            } else {
                wrong[w++] = scores[i] + 0.0;
            }
        }
        Arrays.sort(right);
        Arrays.sort(wrong);
        return merged(right, wrong);
    }

    /** Sums the placements of each kind among the other, and their squares. */
    private static RocArea merged(double[] right, double[] wrong) {
        var sum = 0.0;
        var squaresOfRight = 0.0;
        var squaresOfWrong = 0.0;
        var w = 0;
        for (var r = 0; r < right.length || w < wrong.length; ) {
            var score = r < right.length && (w == wrong.length || right[r] <= wrong[w]) ? right[r] : wrong[w];
            var firstRight = r;
            var firstWrong = w;
            while (r < right.length && right[r] == score) {
                r++;
            }
            while (w < wrong.length && wrong[w] == score) {
                w++;
            }
            var ofRight = (firstWrong + (w - firstWrong) / 2.0) / wrong.length;
            var ofWrong = (right.length - firstRight - (r - firstRight) / 2.0) / right.length;
            sum += (r - firstRight) * ofRight;
            squaresOfRight += (r - firstRight) * ofRight * ofRight;
            squaresOfWrong += (w - firstWrong) * ofWrong * ofWrong;
        }
        var area = sum / right.length;
        return new RocArea(
                area,
                Math.sqrt(variance(squaresOfRight, area, right.length) + variance(squaresOfWrong, area, wrong.length)));
    }

    /** Returns the variance of a mean of placements. */
    private static double variance(double squares, double mean, double n) {
        return Math.max(0, squares / n - mean * mean) / Math.max(1, n - 1);
    }
}
