package io.llmops.eval.stats;

/** Intervals for a mean. Safe for use by many threads. */
public final class Means {

    private Means() {}

    /**
     * Returns Student's interval for the mean of independent values. Covers the stated level exactly for normal values
     * and approximately (93–97 % for 95 %) from about 30 values that are not very skewed; for rates and bounded scores
     * with few distinct values prefer {@link Proportions}. Values that are all the same give a zero-width interval,
     * which is no evidence.
     *
     * @param values at least two finite values
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code student}
     * @throws IllegalArgumentException if there are fewer than two values or one is not finite
     */
    public static Interval student(double[] values, double level) {
        Numbers.requireSample("values", values, 2);
        Numbers.requireLevel(level);
        int n = values.length;
        double error = Math.sqrt(Numbers.variance(values) / n);
        double mean = Numbers.isConstant(values) ? values[0] : Numbers.mean(values);
        double half = error == 0 ? 0 : Distributions.studentCritical(level, n - 1) * error;
        return new Interval(mean - half, mean + half, level, "student");
    }
}
