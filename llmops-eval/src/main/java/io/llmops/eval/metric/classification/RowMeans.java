package io.llmops.eval.metric.classification;

import java.util.Arrays;

/** Weighted means of what each row has by itself, and their derivatives. Arrays are not copied. */
final class RowMeans {

    private RowMeans() {}

    /** Returns the mean; NaN if a number that counts is NaN, or nothing counts. */
    static double of(double[] numbers, double[] weights) {
        var sum = 0.0;
        var all = 0.0;
        for (var row = 0; row < numbers.length; row++) {
            if (weights[row] > 0) {
                sum += weights[row] * numbers[row];
                all += weights[row];
            }
        }
        return sum / all;
    }

    static double[] derivative(double[] numbers, double[] weights) {
        var mean = of(numbers, weights);
        var all = Arrays.stream(weights).sum();
        return Arrays.stream(numbers).map(number -> (number - mean) / all).toArray();
    }

    /** Returns a probability that is far enough from 0 and 1 to have a logarithm. */
    static double clipped(double probability) {
        return Math.max(1e-15, Math.min(1 - 1e-15, probability));
    }
}
