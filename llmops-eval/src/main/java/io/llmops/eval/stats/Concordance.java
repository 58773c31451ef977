package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The pairs of pairs that agree in order, disagree or tie, counted in n log n (Knight 1966). Immutable. */
final class Concordance {

    private static final int MOST_FOR_EXACT = 33;

    private final double[] x;
    private final double[] y;
    private final double pairs;
    private final double tiedX;
    private final double tiedY;
    private final double discordant;
    private final double difference;

    private Concordance(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> x[i] + 0.0).thenComparingDouble(i -> y[i] + 0.0));
        double tiedBoth = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && x[order[to]] == x[order[from]] && y[order[to]] == y[order[from]]) {
                to++;
            }
            tiedBoth += choose2(to - from);
            from = to;
        }
        double[] inOrderOfX = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        pairs = choose2(n);
        tiedX = Ranks.overTies(x, Concordance::choose2);
        tiedY = Ranks.overTies(y, Concordance::choose2);
        discordant = inversions(inOrderOfX, new double[n], 0, n);
        difference = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
    }

    static Concordance of(double[] x, double[] y) {
        return new Concordance(x, y);
    }

    double tauB() {
        return Numbers.clamp(difference / Math.sqrt(pairs - tiedX) / Math.sqrt(pairs - tiedY), -1, 1);
    }

    double tauC() {
        double kinds = Math.min(Ranks.overTies(x, t -> 1), Ranks.overTies(y, t -> 1));
        double n = x.length;
        return Numbers.clamp(2 * difference * kinds / (n * n * (kinds - 1)), -1, 1);
    }

    double pValue() {
        boolean untied = tiedX == 0 && tiedY == 0;
        double fewer = Math.min(discordant, pairs - discordant);
        if (untied && (x.length <= MOST_FOR_EXACT || fewer <= 1)) {
            return exact(x.length, (int) fewer);
        }
        double n = x.length;
        double m = n * (n - 1);
        double cubic = (m * (2 * n + 5) - spread(x) - spread(y)) / 18;
        double variance = cubic + 2 * tiedX * tiedY / m + triples(x) * triples(y) / (9 * m * (n - 2));
        return Math.min(1, 2 * Distributions.normalSf(Math.abs(difference) / Math.sqrt(variance)));
    }

    private static double spread(double[] values) {
        return Ranks.overTies(values, t -> t * (t - 1) * (2 * t + 5));
    }

    private static double triples(double[] values) {
        return Ranks.overTies(values, t -> t * (t - 1) * (t - 2));
    }

    /** Returns twice the probability of at most so many inversions in a random order of n, at most 1. */
    private static double exact(int n, int inversions) {
        double[] probabilities = new double[inversions + 1];
        probabilities[0] = 1;
        for (int size = 2; size <= n; size++) {
            double[] next = new double[inversions + 1];
            double window = 0;
            for (int i = 0; i <= inversions; i++) {
                window += probabilities[i];
                if (i >= size) {
                    window -= probabilities[i - size];
                }
                next[i] = window / size;
            }
            probabilities = next;
        }
        return Math.min(1, 2 * Arrays.stream(probabilities).sum());
    }

    private static double choose2(double t) {
        return t * (t - 1) / 2;
    }

    /** Sorts a part of the values and returns how many pairs of them were in the wrong order. */
    private static double inversions(double[] values, double[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = inversions(values, scratch, from, middle) + inversions(values, scratch, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && values[left] <= values[right])) {
                scratch[i] = values[left++];
            } else {
                count += middle - left;
                scratch[i] = values[right++];
            }
        }
        System.arraycopy(scratch, from, values, from, to - from);
        return count;
    }
}
