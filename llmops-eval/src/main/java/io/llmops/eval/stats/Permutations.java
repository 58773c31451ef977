package io.llmops.eval.stats;

import java.util.Arrays;

/** Permutation tests of a mean difference: over all rearrangements when they are few. Safe for use by many threads. */
final class Permutations {

    private static final int MOST_REARRANGEMENTS = 1 << 16;

    private Permutations() {}

    static TestResult ofPairs(double[] differences, Alternative alternative, int resamples, long seed) {
        requireResamples(resamples);
        double[] moving = Arrays.stream(differences).filter(d -> d != 0).toArray();
        double seen = Numbers.sum(moving);
        Tally tally = new Tally(seen, Arrays.stream(moving).map(Math::abs).sum());
        boolean exact = moving.length <= 16;
        if (exact) {
            for (int signs = 0; signs < 1 << moving.length; signs++) {
                tally.add(signed(moving, signs));
            }
        } else {
            RandomStream random = RandomStream.of(seed);
            for (int i = 0; i < resamples; i++) {
                tally.add(randomlySigned(moving, random));
            }
        }
        return tally.result("permutation paired", seen / differences.length, alternative, exact);
    }

    private static double signed(double[] values, int signs) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (signs >> i & 1) == 0 ? values[i] : -values[i];
        }
        return sum;
    }

    private static double randomlySigned(double[] values, RandomStream random) {
        double sum = 0;
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % 64 == 0) {
                bits = random.nextLong();
            }
            sum += (bits & 1) == 0 ? values[i] : -values[i];
            bits >>>= 1;
        }
        return sum;
    }

    static TestResult ofGroups(double[] a, double[] b, Alternative alternative, int resamples, long seed) {
        requireResamples(resamples);
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Tally tally =
                new Tally(Numbers.sum(a), Arrays.stream(all).map(Math::abs).sum());
        boolean exact = splits(all.length, a.length) <= MOST_REARRANGEMENTS;
        if (exact) {
            addAllSplits(all, a.length, tally);
        } else {
            RandomStream random = RandomStream.of(seed);
            for (int i = 0; i < resamples; i++) {
                tally.add(randomSplit(all, a.length, random));
            }
        }
        double difference = Numbers.mean(a) - Numbers.mean(b);
        return tally.result("permutation independent", difference, alternative, exact);
    }

    /** Moves random values to the front and returns the sum of them: the first step of a shuffle. */
    private static double randomSplit(double[] values, int size, RandomStream random) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(values.length - i);
            double chosen = values[j];
            values[j] = values[i];
            values[i] = chosen;
            sum += chosen;
        }
        return sum;
    }

    private static void addAllSplits(double[] values, int size, Tally tally) {
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = i;
        }
        while (true) {
            double sum = 0;
            for (int index : chosen) {
                sum += values[index];
            }
            tally.add(sum);
            int last = size - 1;
            while (last >= 0 && chosen[last] == values.length - size + last) {
                last--;
            }
            if (last < 0) {
                return;
            }
            chosen[last]++;
            for (int i = last + 1; i < size; i++) {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    private static double splits(int n, int k) {
        double splits = 1;
        for (int i = 1; i <= k; i++) {
            splits *= (double) (n - k + i) / i;
        }
        return splits;
    }

    private static void requireResamples(int resamples) {
        if (resamples <= 0) {
            throw new IllegalArgumentException("expected resamples above 0, found " + resamples);
        }
    }

    /** Counts the rearrangements at most, and at least, as large as what was seen; sums that differ by rounding are equal. */
    private static final class Tally {

        private final double seen;
        private final double rounding;
        private long count;
        private long atMost;
        private long atLeast;

        Tally(double seen, double size) {
            this.seen = seen;
            this.rounding = 1e-13 * size;
        }

        void add(double sum) {
            count++;
            atMost += sum <= seen + rounding ? 1 : 0;
            atLeast += sum >= seen - rounding ? 1 : 0;
        }

        TestResult result(String method, double statistic, Alternative alternative, boolean exact) {
            double extra = exact ? 0 : 1;
            double p = alternative.pValue((atMost + extra) / (count + extra), (atLeast + extra) / (count + extra));
            return TestResult.of(method + (exact ? " exact" : " random"), statistic, p);
        }
    }
}
