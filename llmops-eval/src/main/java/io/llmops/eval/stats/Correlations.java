package io.llmops.eval.stats;

import java.util.Arrays;

/**
 * How closely paired values go together. All refuse values that do not vary, for which no correlation is defined. Safe
 * for use by many threads.
 */
public final class Correlations {

    private static final double FIELLER = 0.437;

    private Correlations() {}

    /**
     * Returns Pearson's correlation with the two-sided p-value of Student's t.
     *
     * @param x at least two finite values
     * @param y as many
     * @return statistic: r, from −1 to 1; p-value 1 for two points
     * @throws IllegalArgumentException if the lengths differ or a side does not vary
     */
    public static TestResult pearson(double[] x, double[] y) {
        require(x, y);
        return student("pearson", product(x, y), x.length);
    }

    /**
     * Returns Fisher's interval for Pearson's correlation. Covers the stated level closely for values that are about
     * normal together, from about 10 pairs.
     *
     * @param r the correlation, above −1 and below 1
     * @param n the number of pairs, at least 4
     * @param level the confidence, above 0 and below 1
     * @return the interval within [−1, 1], method {@code fisher z}
     */
    public static Interval fisherZ(double r, long n, double level) {
        requireCorrelation(r, n, 4);
        return byFisherZ(r, 1 / (n - 3.0), level, "fisher z");
    }

    /**
     * Returns the interval of Bonett and Wright (2000) for Spearman's correlation: Fisher's z with the variance
     * (1 + ρ²/2) / (n − 3). Approximate, for pairs that are about normal together, from about 10 pairs, and for ρ not near −1
     * or 1.
     *
     * @param rho the correlation, above −1 and below 1
     * @param n the number of pairs, at least 4
     * @param level the confidence, above 0 and below 1
     * @return the interval within [−1, 1], method {@code bonett-wright}
     */
    public static Interval bonettWright(double rho, long n, double level) {
        requireCorrelation(rho, n, 4);
        return byFisherZ(rho, (1 + rho * rho / 2) / (n - 3.0), level, "bonett-wright");
    }

    /**
     * Returns the interval of Fieller, Hartley and Pearson (1957) for Kendall's τ: Fisher's z with the variance
     * 0.437 / (n − 4). Approximate, for pairs that are about normal together with few ties, from about 10 pairs, and for τ
     * not near −1 or 1.
     *
     * @param tau the correlation, above −1 and below 1
     * @param n the number of pairs, at least 5
     * @param level the confidence, above 0 and below 1
     * @return the interval within [−1, 1], method {@code fieller}
     */
    public static Interval fieller(double tau, long n, double level) {
        requireCorrelation(tau, n, 5);
        return byFisherZ(tau, FIELLER / (n - 4.0), level, "fieller");
    }

    private static void requireCorrelation(double r, long n, int fewest) {
        if (!(Math.abs(r) < 1) || n < fewest) {
            throw new IllegalArgumentException("expected a correlation between -1 and 1 and at least " + fewest
                    + " pairs, found " + r + " of " + n);
        }
    }

    private static Interval byFisherZ(double r, double variance, double level, String method) {
        Numbers.requireLevel(level);
        double z = (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
        double half = Distributions.normalCritical(level) * Math.sqrt(variance);
        return new Interval(StrictMath.tanh(z - half), StrictMath.tanh(z + half), level, method);
    }

    /**
     * Returns Spearman's rank correlation, ties sharing their mean rank, with the p-value of the t approximation.
     *
     * @param x at least two finite values
     * @param y as many
     * @return statistic: ρ, from −1 to 1
     */
    public static TestResult spearman(double[] x, double[] y) {
        require(x, y);
        return student("spearman", product(Ranks.average(x), Ranks.average(y)), x.length);
    }

    /**
     * Returns Kendall's τ-b, with correction for ties. The p-value is exact up to 33 pairs without ties, else by the
     * normal approximation.
     *
     * @param x at least two finite values
     * @param y as many
     * @return statistic: τ-b, from −1 to 1
     */
    public static TestResult kendallB(double[] x, double[] y) {
        require(x, y);
        Concordance pairs = Concordance.of(x, y);
        return TestResult.of("kendall b", pairs.tauB(), pairs.pValue());
    }

    /**
     * Returns Kendall's (Stuart's) τ-c, for values of which one side has fewer kinds than the other.
     *
     * @param x at least two finite values
     * @param y as many
     * @return statistic: τ-c, from −1 to 1
     */
    public static TestResult kendallC(double[] x, double[] y) {
        require(x, y);
        Concordance pairs = Concordance.of(x, y);
        return TestResult.of("kendall c", pairs.tauC(), pairs.pValue());
    }

    /**
     * Returns Lin's concordance correlation (1989): how near the pairs are to the line of equality. With divisor n.
     *
     * @param x at least two finite values
     * @param y as many
     * @return from −1 to 1
     */
    public static double lin(double[] x, double[] y) {
        require(x, y);
        double meanX = Numbers.mean(x);
        double meanY = Numbers.mean(y);
        double n = x.length;
        double below = (Numbers.squares(x) + Numbers.squares(y)) / n + (meanX - meanY) * (meanX - meanY);
        return 2 * crossProduct(x, y) / n / below;
    }

    private static double product(double[] x, double[] y) {
        double r = crossProduct(x, y) / (Math.sqrt(Numbers.squares(x)) * Math.sqrt(Numbers.squares(y)));
        return Numbers.clamp(r, -1, 1);
    }

    static double crossProduct(double[] x, double[] y) {
        double meanX = Numbers.mean(x);
        double meanY = Numbers.mean(y);
        double[] products = new double[x.length];
        Arrays.setAll(products, i -> (x[i] - meanX) * (y[i] - meanY));
        return Numbers.sum(products);
    }

    private static TestResult student(String method, double r, int n) {
        if (n == 2) {
            return TestResult.of(method, r, 1, 0);
        }
        double df = n - 2.0;
        double t = Math.abs(r) == 1 ? Double.POSITIVE_INFINITY : Math.abs(r) * Math.sqrt(df / ((1 - r) * (1 + r)));
        return TestResult.of(method, r, 2 * Distributions.studentSf(t, df), df);
    }

    private static void require(double[] x, double[] y) {
        Numbers.requireSample("x", x, 2);
        Numbers.requireSample("y", y, 2);
        Numbers.requireSameLength("values of x", x.length, "values of y", y.length);
        if (Numbers.isConstant(x) || Numbers.isConstant(y)) {
            throw new IllegalArgumentException("expected values that vary, found only "
                    + (Numbers.isConstant(x) ? x[0] + " in x" : y[0] + " in y"));
        }
    }
}
