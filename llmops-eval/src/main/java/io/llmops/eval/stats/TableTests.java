package io.llmops.eval.stats;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/** Tests on counts. Safe for use by many threads. */
public final class TableTests {

    private TableTests() {}

    /**
     * Returns Pearson's χ² test of independence of rows and columns, without continuity correction. Good where the
     * expected counts are 5 or more. Rows and columns without any count are left out.
     *
     * @param table counts of 0 or more, every row as long as the first
     * @return statistic: χ²
     * @throws IllegalArgumentException if fewer than two rows or columns have counts
     */
    public static TestResult chiSquared(double[][] table) {
        return independence("chi-squared", table, TableTests::pearson);
    }

    /**
     * Returns the G test of independence: the likelihood ratio in place of Pearson's statistic.
     *
     * @param table counts of 0 or more, every row as long as the first
     * @return statistic: G
     * @throws IllegalArgumentException if fewer than two rows or columns have counts
     */
    public static TestResult likelihoodRatio(double[][] table) {
        return independence("g", table, TableTests::likelihood);
    }

    /**
     * Returns Pearson's χ² test of counts against expected ones.
     *
     * @param observed counts of 0 or more, at least two
     * @param expected counts above 0, as many, of the same sum
     * @return statistic: χ²
     */
    public static TestResult goodnessOfFit(double[] observed, double[] expected) {
        Numbers.requireSample("observed", observed, 2);
        Numbers.requireSample("expected", expected, 2);
        Numbers.requireSameLength("observed counts", observed.length, "expected counts", expected.length);
        double statistic = 0;
        for (int i = 0; i < observed.length; i++) {
            if (observed[i] < 0 || expected[i] <= 0) {
                throw new IllegalArgumentException(
                        "expected observed counts of 0 or more and expected ones above 0, found " + observed[i]
                                + " and " + expected[i] + " at " + i);
            }
            statistic += pearson(observed[i], expected[i]);
        }
        double sum = Numbers.sum(observed);
        if (Math.abs(sum - Numbers.sum(expected)) > 1e-8 * sum) {
            throw new IllegalArgumentException("expected counts of the same sum, found " + sum + " observed and "
                    + Numbers.sum(expected) + " expected");
        }
        return result("chi-squared goodness of fit", statistic, observed.length - 1.0);
    }

    /**
     * Returns Fisher's exact test of a 2×2 table, two-sided: all tables of the same margins that are no likelier. Never
     * exceeds its level.
     *
     * @param a first row, first column
     * @param b first row, second column
     * @param c second row, first column
     * @param d second row, second column
     * @return statistic: the odds ratio ad / bc, infinite when only bc is 0, and 1 when both are
     */
    public static TestResult fisher(long a, long b, long c, long d) {
        double inCell = count(a);
        double row = inCell + count(b);
        double column = inCell + count(c);
        double total = row + c + count(d);
        double seen = hypergeometric(inCell, row, column, total) * (1 + 1e-12);
        double p = 0;
        for (double x = Math.max(0, row + column - total); x <= Math.min(row, column); x++) {
            double probability = hypergeometric(x, row, column, total);
            p += probability <= seen ? probability : 0;
        }
        return TestResult.of("fisher exact", EffectSizes.oddsRatioOrOne(a, b, c, d), p);
    }

    /**
     * Returns the exact binomial test of a rate, two-sided: all counts that are no likelier. Never exceeds its level.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param rate the supposed rate, from 0 to 1
     * @return statistic: the rate found
     */
    public static TestResult binomial(long successes, long trials, double rate) {
        Numbers.requireProbability("a rate", rate);
        if (trials <= 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "expected trials above 0 and successes from 0 to them, found " + successes + " of " + trials);
        }
        double n = trials;
        double seen = Distributions.binomialPmf((double) successes, n, rate) * (1 + 1e-12);
        double found = (double) successes / trials;
        double p;
        if (found == rate) {
            p = 1;
        } else if (found < rate) {
            double other = firstAtMost(seen, Math.ceil(n * rate), n, k -> Distributions.binomialPmf(k, n, rate));
            p = Distributions.binomialCdf((double) successes, n, rate) + Distributions.binomialSf(other - 1, n, rate);
        } else {
            double other =
                    n - firstAtMost(seen, Math.ceil(n * (1 - rate)), n, k -> Distributions.binomialPmf(n - k, n, rate));
            p = Distributions.binomialSf(successes - 1.0, n, rate)
                    + (other < 0 ? 0 : Distributions.binomialCdf(other, n, rate));
        }
        return TestResult.of("binomial exact", found, p);
    }

    /** Returns the first whole number of [from, to] where a falling function is at most the target, else to + 1. */
    private static double firstAtMost(
            double target, double from, double to, java.util.function.DoubleUnaryOperator falling) {
        double low = from - 1;
        double high = to + 1;
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (falling.applyAsDouble(middle) <= target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double hypergeometric(double x, double row, double column, double total) {
        double p = row / total;
        if (total == 0) {
            return 1;
        }
        return Loader.binomial(x, column, p, 1 - p)
                * Loader.binomial(row - x, total - column, p, 1 - p)
                / Loader.binomial(row, total, p, 1 - p);
    }

    private static TestResult independence(String method, double[][] table, DoubleBinaryOperator term) {
        Objects.requireNonNull(table, "table");
        Margins margins = Margins.of(table);
        double statistic = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table[i].length; j++) {
                double expected = margins.expected(i, j);
                statistic += expected == 0 ? 0 : term.applyAsDouble(table[i][j], expected);
            }
        }
        return result(method, Math.max(0, statistic), margins.degreesOfFreedom());
    }

    private static TestResult result(String method, double statistic, double df) {
        return TestResult.of(method, statistic, Distributions.chiSquaredSf(statistic, df), df);
    }

    private static double pearson(double observed, double expected) {
        return (observed - expected) * (observed - expected) / expected;
    }

    private static double likelihood(double observed, double expected) {
        return observed == 0 ? 0 : 2 * observed * StrictMath.log(observed / expected);
    }

    private static long count(long value) {
        return Numbers.requireCount("counts", value);
    }
}
