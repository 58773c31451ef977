package io.llmops.eval.stats;

/**
 * Tests of two systems on the same examples: value i of the first and value i of the second belong together. Each
 * compares the first with the second; where all pairs are equal the p-value is 1. For right-or-wrong values see {@link
 * McNemar}. Safe for use by many threads.
 */
public final class PairedTests {

    private PairedTests() {}

    /** What Wilcoxon's test does with pairs that do not differ. Immutable. */
    public enum Zeros {
        /** Leaves them out (Wilcoxon). */
        DROP,
        /** Ranks them with the others, then leaves their ranks out (Pratt 1959). */
        PRATT
    }

    /**
     * Returns Student's t test of the mean difference. Holds its level for normal differences, and closely from about
     * 30 pairs whose differences are not very skewed.
     *
     * @param a values of the first, at least two
     * @param b values of the second, as many
     * @param alternative the effects to look for
     * @return statistic: t, positive when the first is greater
     * @throws IllegalArgumentException if the lengths differ, a value is not finite, or all pairs differ by the same
     *     amount, so that there is no variance to compare it with
     */
    public static TestResult student(double[] a, double[] b, Alternative alternative) {
        double[] differences = differences(a, b, 2);
        int n = differences.length;
        if (Numbers.isConstant(differences)) {
            if (differences[0] == 0) {
                return TestResult.of("t paired", 0, 1, n - 1);
            }
            throw new IllegalArgumentException(
                    "expected differences that vary, found " + differences[0] + " for all " + n + " pairs");
        }
        double t = Numbers.mean(differences) / Math.sqrt(Numbers.variance(differences) / n);
        return TestResult.of("t paired", t, alternative.pValue(t, x -> Distributions.studentSf(x, n - 1)), n - 1);
    }

    /**
     * Returns Wilcoxon's signed-rank test by its exact distribution. Needs differences without ties; pairs that do not
     * differ are left out. Never exceeds its level.
     *
     * @param a values of the first, at least one
     * @param b values of the second, as many
     * @param alternative the effects to look for
     * @return statistic: the smaller rank sum when two-sided, else that of the positive differences
     * @throws IllegalArgumentException if two differences are of the same size
     */
    public static TestResult wilcoxonExact(double[] a, double[] b, Alternative alternative) {
        SignedRanks ranks = SignedRanks.of(differences(a, b, 1), Zeros.DROP);
        if (ranks.tied()) {
            throw new IllegalArgumentException(
                    "expected differences of different sizes for the exact test, found ties; use the approximation");
        }
        double statistic = ranks.statistic(alternative);
        if (ranks.count() == 0) {
            return TestResult.of("wilcoxon exact", 0, 1);
        }
        double[] tails = ranks.exactTails();
        return TestResult.of("wilcoxon exact", statistic, alternative.pValue(tails[0], tails[1]));
    }

    /**
     * Returns Wilcoxon's signed-rank test by the normal approximation with its correction for ties. Good from about 20
     * pairs that differ.
     *
     * @param a values of the first, at least one
     * @param b values of the second, as many
     * @param alternative the effects to look for
     * @param zeros what is done with pairs that do not differ
     * @param correction whether to apply the continuity correction
     * @return statistic: the smaller rank sum when two-sided, else that of the positive differences
     */
    public static TestResult wilcoxon(
            double[] a, double[] b, Alternative alternative, Zeros zeros, boolean correction) {
        SignedRanks ranks = SignedRanks.of(differences(a, b, 1), zeros);
        String method = "wilcoxon " + (zeros == Zeros.PRATT ? "pratt" : "normal") + (correction ? " corrected" : "");
        double statistic = ranks.statistic(alternative);
        if (ranks.count() == 0) {
            return TestResult.of(method, 0, 1);
        }
        double distance = statistic - ranks.mean();
        double shift = !correction
                ? 0
                : alternative == Alternative.TWO_SIDED
                        ? Math.signum(distance) / 2
                        : alternative == Alternative.LESS ? -0.5 : 0.5;
        double z = (distance - shift) / ranks.deviation();
        return TestResult.of(method, statistic, alternative.pValue(z, Distributions::normalSf));
    }

    /**
     * Returns the exact sign test: is the first greater as often as the second, among pairs that differ?
     *
     * @param a values of the first, at least one
     * @param b values of the second, as many
     * @return statistic: the number of pairs in which the first is greater
     */
    public static TestResult sign(double[] a, double[] b) {
        long greater = 0;
        long less = 0;
        for (double difference : differences(a, b, 1)) {
            greater += difference > 0 ? 1 : 0;
            less += difference < 0 ? 1 : 0;
        }
        return TestResult.of(
                "sign exact", (double) greater, McNemar.exact(greater, less).pValue());
    }

    /**
     * Returns the permutation test of the mean difference: which share of all ways to swap the two within pairs gives a
     * difference at least as extreme? Exact, over all of them, up to 16 pairs that differ; else over random ones, with
     * p = (extreme + 1) / (resamples + 1), so that it is never 0. Never exceeds its level when swapping is fair.
     *
     * @param a values of the first, at least one
     * @param b values of the second, as many
     * @param alternative the effects to look for
     * @param resamples how many random ways to try where there are too many, above 0
     * @param seed of the random ways
     * @return statistic: the mean difference
     */
    public static TestResult permutation(double[] a, double[] b, Alternative alternative, int resamples, long seed) {
        return Permutations.ofPairs(differences(a, b, 1), alternative, resamples, seed);
    }

    private static double[] differences(double[] a, double[] b, int atLeast) {
        Numbers.requireSample("values of the first", a, atLeast);
        Numbers.requireSample("values of the second", b, atLeast);
        Numbers.requireSameLength("values of the first", a.length, "values of the second", b.length);
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = Numbers.requireFinite("difference", a[i] - b[i]);
        }
        return differences;
    }
}
