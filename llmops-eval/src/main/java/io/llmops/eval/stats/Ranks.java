package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranks from 1 of values, ties sharing the mean of their ranks. Safe for use by many threads. */
final class Ranks {

    private Ranks() {}

    static double[] average(double[] values) {
        return ranks(values, (first, last) -> (first + last) / 2.0);
    }

    static double[] lowest(double[] values) {
        return ranks(values, (first, last) -> first);
    }

    /** Sums f(t) over the groups of t equal values. */
    static double overTies(double[] values, java.util.function.DoubleUnaryOperator f) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            sum += f.applyAsDouble(to - from);
            from = to;
        }
        return sum;
    }

    /** Returns Σ (t³ − t) over the groups of equal values. */
    static double tieCubes(double[] values) {
        return overTies(values, t -> t * t * t - t);
    }

    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Double.compare(values[one] + 0.0, values[other] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private interface Shared {
        double rank(int first, int last);
    }

    private static double[] ranks(double[] values, Shared shared) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = shared.rank(from + 1, to);
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            from = to;
        }
        return ranks;
    }
}
