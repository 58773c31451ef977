package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Intervals for a mean or a ratio of means, of independent values or of values that come in groups (repeats of one
 * example, questions of one document). Values without any spread give a zero-width interval, which is no evidence; for
 * rates prefer {@link Proportions}. Safe for use by many threads.
 */
public final class Means {

    private Means() {}

    /**
     * Returns Student's interval for the mean of independent values. Covers the stated level exactly for normal values
     * and approximately (93–97 % for 95 %) from about 30 values that are not very skewed.
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
        double mean = Numbers.isConstant(values) ? values[0] : Numbers.mean(values);
        return around(mean, Math.sqrt(Numbers.variance(values) / n), n - 1.0, level, "student");
    }

    /**
     * Returns the interval for the weighted mean of independent values, the weights being what the values count for and
     * not how often they were seen. Approximate, from about 30 values of similar weight.
     *
     * @param values at least two finite values
     * @param weights as many, 0 or more, not all 0
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code student weighted}
     */
    public static Interval weighted(double[] values, double[] weights, double level) {
        Numbers.requireSample("values", values, 2);
        Numbers.requireSample("weights", weights, 2);
        Numbers.requireSameLength("values", values.length, "weights", weights.length);
        double[] products = new double[values.length];
        Arrays.setAll(products, i -> values[i] * weights[i]);
        int[] apart = new int[values.length];
        Arrays.setAll(apart, i -> i);
        return ratio(products, weights, apart, level, "student weighted");
    }

    /**
     * Returns the interval for the mean of values in groups, each value counting alike: the cluster-robust standard
     * error with the correction G / (G − 1) for few groups (Liang and Zeger 1986), and Student's distribution of G − 1
     * degrees of freedom. Approximate, from about 30 groups of similar size.
     *
     * @param values at least two finite values
     * @param groups for each value the number of its group, at least two different ones
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code student clustered}
     */
    public static Interval clustered(double[] values, int[] groups, double level) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ratio(values, ones, groups, level, "student clustered");
    }

    /**
     * Returns the interval for a ratio of sums (a precision over documents, a cost per success) by the delta method,
     * with the standard error of groups as in {@link #clustered}. Approximate, from about 30 groups.
     *
     * @param numerators at least two finite values
     * @param denominators as many, 0 or more, not all 0
     * @param groups for each value the number of its group, at least two different ones
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code ratio clustered}
     */
    public static Interval ratio(double[] numerators, double[] denominators, int[] groups, double level) {
        return ratio(numerators, denominators, groups, level, "ratio clustered");
    }

    private static Interval ratio(
            double[] numerators, double[] denominators, int[] groups, double level, String method) {
        Numbers.requireLevel(level);
        Numbers.requireSample("values", numerators, 2);
        Numbers.requireSample("denominators", denominators, 2);
        Numbers.requireSameLength("values", numerators.length, "denominators", denominators.length);
        Numbers.requireSameLength("values", numerators.length, "groups", groups.length);
        double below = Numbers.sum(denominators);
        if (Arrays.stream(denominators).anyMatch(d -> d < 0) || !(below > 0)) {
            throw new IllegalArgumentException(
                    "expected weights or denominators of 0 or more and a sum above 0, found a sum of " + below);
        }
        double ratio = Numbers.sum(numerators) / below;
        Map<Integer, Double> residuals = new HashMap<>();
        for (int i = 0; i < numerators.length; i++) {
            residuals.merge(groups[i], numerators[i] - ratio * denominators[i], Double::sum);
        }
        double g = residuals.size();
        if (g < 2) {
            throw new IllegalArgumentException("expected at least two groups, found one");
        }
        double[] squares =
                residuals.values().stream().mapToDouble(r -> r * r).sorted().toArray();
        double error = Math.sqrt(g / (g - 1) * Numbers.sum(squares)) / below;
        return around(ratio, error, g - 1, level, method);
    }

    private static Interval around(double centre, double error, double df, double level, String method) {
        double half = error == 0 ? 0 : Distributions.studentCritical(level, df) * error;
        return new Interval(centre - half, centre + half, level, method);
    }
}
