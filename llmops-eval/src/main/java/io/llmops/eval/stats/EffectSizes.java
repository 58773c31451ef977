package io.llmops.eval.stats;

/** How large a difference is, apart from how sure it is. Safe for use by many threads. */
public final class EffectSizes {

    private EffectSizes() {}

    /**
     * Returns Cohen's d of two independent samples: the difference of the means in pooled standard deviations.
     *
     * @param a the first sample
     * @param b the second sample; together at least three values
     * @return positive when the first is greater
     * @throws IllegalArgumentException if neither sample varies
     */
    public static double cohensD(double[] a, double[] b) {
        IndependentTests.require(a, b, 1);
        double pooled = (Numbers.squares(a) + Numbers.squares(b)) / (a.length + b.length - 2);
        return ratio(Numbers.mean(a) - Numbers.mean(b), Math.sqrt(pooled));
    }

    /**
     * Returns Cohen's d of paired values: the mean difference in standard deviations of the differences.
     *
     * @param a values of the first, at least two
     * @param b values of the second, as many
     * @return positive when the first is greater
     * @throws IllegalArgumentException if all pairs differ by the same amount
     */
    public static double cohensDPaired(double[] a, double[] b) {
        IndependentTests.require(a, b, 2);
        Numbers.requireSameLength("values of the first", a.length, "values of the second", b.length);
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return ratio(Numbers.mean(differences), Math.sqrt(Numbers.variance(differences)));
    }

    /**
     * Returns Cohen's h of two rates: the difference of 2 arcsin √p.
     *
     * @param first from 0 to 1
     * @param second from 0 to 1
     * @return from −π to π, positive when the first is greater
     */
    public static double cohensH(double first, double second) {
        Numbers.requireProbability("a rate", first);
        Numbers.requireProbability("a rate", second);
        return 2 * (StrictMath.asin(Math.sqrt(first)) - StrictMath.asin(Math.sqrt(second)));
    }

    /**
     * Returns Cliff's δ: the share of pairs that the first sample wins minus the share that it loses.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @return from −1 to 1
     */
    public static double cliffsDelta(double[] a, double[] b) {
        IndependentTests.require(a, b, 1);
        return 2 * IndependentTests.u(a, b) / ((double) a.length * b.length) - 1;
    }

    /**
     * Returns the odds ratio ad / bc of a 2×2 table, each count raised by ½ (Haldane and Anscombe) where one is 0, so
     * that it is finite.
     *
     * @param a first row, first column
     * @param b first row, second column
     * @param c second row, first column
     * @param d second row, second column
     * @return above 0
     */
    public static double oddsRatio(long a, long b, long c, long d) {
        double more = requireCounts(a, b, c, d) == 0 ? 0.5 : 0;
        return (a + more) * (d + more) / ((b + more) * (c + more));
    }

    /** Returns ad / bc as it is: infinite when only bc is 0, and 1 when both are. */
    static double oddsRatioOrOne(long a, long b, long c, long d) {
        double with = (double) a * d;
        double against = (double) b * c;
        if (against == 0) {
            return with == 0 ? 1 : Double.POSITIVE_INFINITY;
        }
        return with / against;
    }

    /**
     * Returns Cramér's V: how closely rows and columns of a table belong together.
     *
     * @param table counts of 0 or more, every row as long as the first
     * @return from 0 to 1
     */
    public static double cramersV(double[][] table) {
        Margins margins = Margins.of(table);
        double statistic = TableTests.chiSquared(table).statistic();
        return Math.min(1, Math.sqrt(statistic / (margins.total() * (margins.smallerSide() - 1))));
    }

    /**
     * Returns the Wasserstein distance of two samples: the area between their distribution functions.
     *
     * @param a the first sample, at least one value
     * @param b the second sample, at least one value
     * @return 0 or more, in the unit of the values
     */
    public static double wasserstein(double[] a, double[] b) {
        IndependentTests.require(a, b, 1);
        return EmpiricalDistributions.area(a, b);
    }

    private static double ratio(double difference, double deviation) {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("expected values that vary, found a standard deviation of " + deviation);
        }
        return difference / deviation;
    }

    private static long requireCounts(long... counts) {
        long least = Long.MAX_VALUE;
        for (long count : counts) {
            least = Math.min(least, Numbers.requireCount("counts", count));
        }
        return least;
    }
}
