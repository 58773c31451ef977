package io.llmops.eval.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Tests of two independent samples, whose values do not belong together in pairs. Each compares the first with the
 * second. Safe for use by many threads.
 */
public final class IndependentTests {

    private IndependentTests() {}

    /**
     * Returns Student's t test for samples of equal variance.
     *
     * @param a the first sample
     * @param b the second sample; together at least three values
     * @param alternative the effects to look for
     * @return statistic: t, positive when the first is greater
     * @throws IllegalArgumentException if neither sample varies
     */
    public static TestResult student(double[] a, double[] b, Alternative alternative) {
        require(a, b, 1);
        double df = a.length + b.length - 2;
        double pooled = (Numbers.squares(a) + Numbers.squares(b)) / df;
        double t = (Numbers.mean(a) - Numbers.mean(b))
                / Math.sqrt(requireVariance(pooled) * (1.0 / a.length + 1.0 / b.length));
        return TestResult.of("t equal variances", t, alternative.pValue(t, x -> Distributions.studentSf(x, df)), df);
    }

    /**
     * Returns Welch's t test, for samples of any variance.
     *
     * @param a the first sample, at least two values
     * @param b the second sample, at least two values
     * @param alternative the effects to look for
     * @return statistic: t, positive when the first is greater
     * @throws IllegalArgumentException if neither sample varies
     */
    public static TestResult welch(double[] a, double[] b, Alternative alternative) {
        require(a, b, 2);
        double errorA = Numbers.variance(a) / a.length;
        double errorB = Numbers.variance(b) / b.length;
        double error = requireVariance(errorA + errorB);
        double df = error * error / (errorA * errorA / (a.length - 1) + errorB * errorB / (b.length - 1));
        double t = (Numbers.mean(a) - Numbers.mean(b)) / Math.sqrt(error);
        return TestResult.of("t welch", t, alternative.pValue(t, x -> Distributions.studentSf(x, df)), df);
    }

    /**
     * Returns the test of Mann and Whitney by the normal approximation with its correction for ties. Good from about 10
     * values in each sample.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @param alternative the effects to look for
     * @param correction whether to apply the continuity correction
     * @return statistic: U of the first sample; p-value 1 when all values are the same
     */
    public static TestResult mannWhitney(double[] a, double[] b, Alternative alternative, boolean correction) {
        require(a, b, 1);
        double u = u(a, b);
        double pairs = (double) a.length * b.length;
        double n = a.length + b.length;
        double ties = Ranks.tieCubes(joined(a, b)) / (n * (n - 1));
        double deviation = Math.sqrt(pairs / 12 * (n + 1 - ties));
        String method = "mann-whitney normal" + (correction ? " corrected" : "");
        if (!(deviation > 0)) {
            return TestResult.of(method, u, 1);
        }
        double larger = switch (alternative) {
            case TWO_SIDED -> Math.max(u, pairs - u);
            case GREATER -> u;
            case LESS -> pairs - u;
        };
        double z = (larger - pairs / 2 - (correction ? 0.5 : 0)) / deviation;
        double sides = alternative == Alternative.TWO_SIDED ? 2 : 1;
        return TestResult.of(method, u, sides * Distributions.normalSf(z));
    }

    /**
     * Returns the test of Mann and Whitney by its exact distribution. Never exceeds its level.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @param alternative the effects to look for
     * @return statistic: U of the first sample
     * @throws IllegalArgumentException if two values are the same, or there are more than a million pairs
     */
    public static TestResult mannWhitneyExact(double[] a, double[] b, Alternative alternative) {
        require(a, b, 1);
        if (Ranks.tieCubes(joined(a, b)) > 0) {
            throw new IllegalArgumentException(
                    "expected different values for the exact test, found ties; use the approximation");
        }
        double[] tails = MannWhitneyTails.of(u(a, b), a.length, b.length);
        return TestResult.of("mann-whitney exact", u(a, b), alternative.pValue(tails[0], tails[1]));
    }

    /**
     * Returns the exact two-sided test of Kolmogorov and Smirnov. With ties it keeps below its level.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @return statistic: the largest distance between the two distribution functions
     */
    public static TestResult kolmogorovSmirnovExact(double[] a, double[] b) {
        require(a, b, 1);
        return TestResult.of(
                "kolmogorov-smirnov exact",
                EmpiricalDistributions.distance(a, b),
                EmpiricalDistributions.exactTail(a, b));
    }

    /**
     * Returns the two-sided test of Kolmogorov and Smirnov for large samples: the distribution of the one-sample
     * statistic at the effective size, rounded.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @return statistic: the largest distance between the two distribution functions
     */
    public static TestResult kolmogorovSmirnov(double[] a, double[] b) {
        require(a, b, 1);
        double distance = EmpiricalDistributions.distance(a, b);
        double size = (double) a.length * b.length / (a.length + b.length);
        int effective = (int) Math.max(1, Math.rint(size));
        double p = distance == 0 ? 1 : 1 - new KolmogorovSmirnovTest().cdf(Math.min(1, distance), effective);
        return TestResult.of("kolmogorov-smirnov", distance, Numbers.clamp(p, 0, 1));
    }

    /**
     * Returns the test of Brunner and Munzel (2000): is a value of one sample as likely greater than one of the other as
     * less, whatever the variances? Two-sided.
     *
     * @param a the first sample, at least two values
     * @param b the second sample, at least two values
     * @return statistic: positive when the second tends to be greater
     * @throws IllegalArgumentException if the samples do not overlap or do not vary
     */
    public static TestResult brunnerMunzel(double[] a, double[] b) {
        require(a, b, 2);
        double[] ranks = Ranks.average(joined(a, b));
        double[] ofA = Arrays.copyOf(ranks, a.length);
        double[] ofB = Arrays.copyOfRange(ranks, a.length, ranks.length);
        double spreadA = a.length * Numbers.variance(minus(ofA, Ranks.average(a)));
        double spreadB = b.length * Numbers.variance(minus(ofB, Ranks.average(b)));
        double spread = requireVariance(spreadA + spreadB);
        double distance = Numbers.mean(ofB) - Numbers.mean(ofA);
        double statistic = (double) a.length * b.length * distance / (ranks.length * Math.sqrt(spread));
        double df = spread * spread / (spreadA * spreadA / (a.length - 1) + spreadB * spreadB / (b.length - 1));
        double p = Alternative.TWO_SIDED.pValue(statistic, x -> Distributions.studentSf(x, df));
        return TestResult.of("brunner-munzel", statistic, p, df);
    }

    /**
     * Returns the permutation test of the difference of means: which share of all ways to divide the values into two
     * samples of these sizes gives a difference at least as extreme? Exact, over all of them, up to 65,536 ways; else
     * over random ones, with p = (extreme + 1) / (resamples + 1), so that it is never 0.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @param alternative the effects to look for
     * @param resamples how many random ways to try where there are too many, above 0
     * @param seed of the random ways
     * @return statistic: the mean of the first minus that of the second
     */
    public static TestResult permutation(double[] a, double[] b, Alternative alternative, int resamples, long seed) {
        require(a, b, 1);
        return Permutations.ofGroups(a, b, alternative, resamples, seed);
    }

    /** Returns how many of the pairs the first sample wins, ties counting half. */
    static double u(double[] a, double[] b) {
        double[] ranks = Ranks.average(joined(a, b));
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ranks[i];
        }
        return sum - a.length * (a.length + 1.0) / 2;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    static void require(double[] a, double[] b, int atLeast) {
        Numbers.requireSample("the first sample", a, atLeast);
        Numbers.requireSample("the second sample", b, atLeast);
    }

    private static double requireVariance(double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("expected values that vary, found none that do");
        }
        return variance;
    }
}
