package io.llmops.eval.stats;

import java.util.Arrays;

/**
 * Tests of three or more systems (two are allowed). Where all values are the same the p-value is 1. Safe for use by many
 * threads.
 */
public final class GroupTests {

    private GroupTests() {}

    /**
     * Returns Friedman's test, with its correction for ties: do systems rank alike over the same examples? The χ²
     * approximation is good from about 10 examples.
     *
     * @param rows for each example the value of each system; at least two of both
     * @return statistic: χ²
     */
    public static TestResult friedman(double[][] rows) {
        int systems = requireTable(rows);
        double[] sums = new double[systems];
        double ties = 0;
        for (double[] row : rows) {
            double[] ranks = Ranks.average(row);
            for (int system = 0; system < systems; system++) {
                sums[system] += ranks[system];
            }
            ties += Ranks.tieCubes(row);
        }
        double n = rows.length;
        double k = systems;
        double correction = 1 - ties / (n * k * (k * k - 1));
        double expected = n * (k + 1) / 2;
        double squares =
                Arrays.stream(sums).map(s -> (s - expected) * (s - expected)).sum();
        double statistic = correction <= 0 ? 0 : 12 * squares / (n * k * (k + 1)) / correction;
        return chiSquared("friedman", statistic, k - 1);
    }

    /**
     * Returns Cochran's Q: are systems right equally often on the same examples? Good from about 24 examples on which
     * the systems do not all agree; with two systems it is McNemar's χ².
     *
     * @param rows for each example whether each system is right; at least one example and two systems
     * @return statistic: Q
     */
    public static TestResult cochranQ(boolean[][] rows) {
        int systems = rows.length == 0 ? 0 : rows[0].length;
        if (systems < 2) {
            throw new IllegalArgumentException(
                    "expected an example and two systems at least, found " + rows.length + " and " + systems);
        }
        double[] columns = new double[systems];
        double total = 0;
        double squaresOfRows = 0;
        for (boolean[] row : rows) {
            Numbers.requireSameLength("values in each row", row.length, "systems", systems);
            double right = 0;
            for (int system = 0; system < systems; system++) {
                columns[system] += row[system] ? 1 : 0;
                right += row[system] ? 1 : 0;
            }
            total += right;
            squaresOfRows += right * right;
        }
        double mean = total / systems;
        double squares =
                Arrays.stream(columns).map(c -> (c - mean) * (c - mean)).sum();
        double below = systems * total - squaresOfRows;
        double statistic = below == 0 ? 0 : systems * (systems - 1.0) * squares / below;
        return chiSquared("cochran q", statistic, systems - 1.0);
    }

    /**
     * Returns the test of Kruskal and Wallis for independent samples, with its correction for ties. Good from about 5
     * values in each.
     *
     * @param groups at least two samples of at least one value each
     * @return statistic: H
     */
    public static TestResult kruskalWallis(double[]... groups) {
        double[] all = requireGroups(groups);
        double[] ranks = Ranks.average(all);
        double n = all.length;
        double statistic = 0;
        int from = 0;
        for (double[] group : groups) {
            double sum = 0;
            for (int i = from; i < from + group.length; i++) {
                sum += ranks[i] - (n + 1) / 2;
            }
            from += group.length;
            statistic += sum * sum / group.length;
        }
        double correction = 1 - Ranks.tieCubes(all) / (n * n * n - n);
        double h = correction <= 0 ? 0 : 12 * statistic / (n * (n + 1)) / correction;
        return chiSquared("kruskal-wallis", h, groups.length - 1.0);
    }

    /**
     * Returns the one-way analysis of variance of independent samples.
     *
     * @param groups at least two samples of at least one value each
     * @return statistic: F; its degrees of freedom within the samples are those given
     * @throws IllegalArgumentException if no sample varies while their means differ
     */
    public static TestResult analysisOfVariance(double[]... groups) {
        double[] all = requireGroups(groups);
        double mean = Numbers.mean(all);
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            double distance = Numbers.mean(group) - mean;
            between += group.length * distance * distance;
            within += Numbers.squares(group);
        }
        double df = groups.length - 1.0;
        double dfWithin = all.length - groups.length;
        if (Numbers.isConstant(all)) {
            return TestResult.of("anova", 0, 1, dfWithin);
        }
        if (!(within > 0)) {
            throw new IllegalArgumentException("expected samples that vary, found none that does");
        }
        double f = between / df / (within / dfWithin);
        return TestResult.of("anova", f, Distributions.fSf(f, df, dfWithin), dfWithin);
    }

    /**
     * Returns the test of Brown and Forsythe, Levene's around the median: do independent samples vary alike?
     *
     * @param groups at least two samples of at least one value each
     * @return statistic: F
     */
    public static TestResult brownForsythe(double[]... groups) {
        requireGroups(groups);
        double[][] distances = Arrays.stream(groups)
                .map(group -> {
                    double median = median(group);
                    return Arrays.stream(group).map(x -> Math.abs(x - median)).toArray();
                })
                .toArray(double[][]::new);
        TestResult result = analysisOfVariance(distances);
        return new TestResult("brown-forsythe", result.statistic(), result.pValue(), result.degreesOfFreedom());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static TestResult chiSquared(String method, double statistic, double df) {
        return TestResult.of(method, statistic, Distributions.chiSquaredSf(statistic, df), df);
    }

    private static int requireTable(double[][] rows) {
        if (rows.length < 2 || rows[0].length < 2) {
            throw new IllegalArgumentException("expected two examples and two systems at least, found " + rows.length
                    + " and " + (rows.length == 0 ? 0 : rows[0].length));
        }
        for (double[] row : rows) {
            Numbers.requireSample("row", row, 2);
            Numbers.requireSameLength("values in each row", row.length, "systems", rows[0].length);
        }
        return rows[0].length;
    }

    private static double[] requireGroups(double[][] groups) {
        if (groups.length < 2) {
            throw new IllegalArgumentException("expected at least two samples, found " + groups.length);
        }
        for (double[] group : groups) {
            Numbers.requireSample("a sample", group, 1);
        }
        return Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
    }
}
