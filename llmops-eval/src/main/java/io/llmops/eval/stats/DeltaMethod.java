package io.llmops.eval.stats;

/**
 * Intervals for smooth functions of the cells of a table, without resampling: the normal approximation around the
 * estimate, its variance from the derivatives (Agresti, Categorical Data Analysis, §16.1). Approximate, where every cell
 * with a large derivative has about 30 rows and the estimate is not near the end of its range. Safe for use by many
 * threads.
 */
public final class DeltaMethod {

    private DeltaMethod() {}

    /**
     * Returns the standard error of a function of the cells, whose rows are independent.
     *
     * @param counts the rows of each cell, 0 or more, not all 0
     * @param gradient the derivative of the function by the count of each cell
     * @return 0 or more
     */
    public static double standardError(long[] counts, double[] gradient) {
        Numbers.requireSample("gradient", gradient, 1);
        Numbers.requireSameLength("counts", counts.length, "derivatives", gradient.length);
        double n = Multinomial.total(counts);
        if (n == 0) {
            throw new IllegalArgumentException("expected a table with rows, found none");
        }
        double mean = 0;
        for (int i = 0; i < counts.length; i++) {
            mean += counts[i] * gradient[i] / n;
        }
        double variance = 0;
        for (int i = 0; i < counts.length; i++) {
            variance += counts[i] * (gradient[i] - mean) * (gradient[i] - mean);
        }
        return Math.sqrt(variance);
    }

    /**
     * Returns the interval of a function of the cells.
     *
     * @param estimate the value of the function, finite
     * @param counts the rows of each cell, 0 or more, not all 0
     * @param gradient the derivative of the function by the count of each cell
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code delta}; may leave the range of the function
     */
    public static Interval interval(double estimate, long[] counts, double[] gradient, double level) {
        return interval(estimate, standardError(counts, gradient), level);
    }

    /**
     * Returns the interval of an estimate that is about normal.
     *
     * @param estimate finite
     * @param standardError finite, 0 or more
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code delta}
     */
    public static Interval interval(double estimate, double standardError, double level) {
        Numbers.requireFinite("estimate", estimate);
        Numbers.requireLevel(level);
        double half = Distributions.normalCritical(level) * standardError;
        return new Interval(estimate - half, estimate + half, level, "delta");
    }
}
