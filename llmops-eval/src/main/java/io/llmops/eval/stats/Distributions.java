package io.llmops.eval.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * The distributions behind the tests and intervals, each tail computed directly so that a p-value of 1e-200 has all its
 * digits. {@code sf} is the upper tail, 1 − cdf. Safe for use by many threads.
 */
final class Distributions {

    private static final double SQRT_2PI = 2.5066282746310002;
    private static final double PRECISION = 1e-16;
    private static final int MOST_TERMS = 1_000_000;

    private Distributions() {}

    static double normalPdf(double x) {
        return StrictMath.exp(-x * x / 2) / SQRT_2PI;
    }

    static double normalCdf(double x) {
        return normalSf(-x);
    }

    static double normalSf(double x) {
        if (Math.abs(x) > 38.6) {
            return x > 0 ? 0 : 1;
        }
        double both = Gamma.regularizedGammaQ(0.5, x * x / 2, PRECISION, MOST_TERMS);
        return x >= 0 ? both / 2 : (2 - both) / 2;
    }

    /** Returns the quantile: −∞ at 0, ∞ at 1. */
    static double normalQuantile(double p) {
        return NormalQuantile.of(p);
    }

    /** Returns the two-sided critical value of a level: 1.96 for 0.95. */
    static double normalCritical(double level) {
        return -normalQuantile((1 - level) / 2);
    }

    static double chiSquaredCdf(double x, double df) {
        return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2, PRECISION, MOST_TERMS);
    }

    static double chiSquaredSf(double x, double df) {
        if (x <= 0) {
            return 1;
        }
        return x == Double.POSITIVE_INFINITY ? 0 : Gamma.regularizedGammaQ(df / 2, x / 2, PRECISION, MOST_TERMS);
    }

    static double chiSquaredQuantile(double p, double df) {
        return p <= 0.5
                ? Bisection.increasing(0, Double.MAX_VALUE, p, x -> chiSquaredCdf(x, df))
                : Bisection.decreasing(0, Double.MAX_VALUE, 1 - p, x -> chiSquaredSf(x, df));
    }

    static double studentCdf(double t, double df) {
        return studentSf(-t, df);
    }

    static double studentSf(double t, double df) {
        double square = t * t;
        double outside = square == Double.POSITIVE_INFINITY
                ? 0
                : square <= df
                        ? IncompleteBeta.upper(0.5, df / 2, square / (df + square), df / (df + square))
                        : IncompleteBeta.lower(df / 2, 0.5, df / (df + square), square / (df + square));
        return t >= 0 ? outside / 2 : 1 - outside / 2;
    }

    static double studentQuantile(double p, double df) {
        if (p == 0.5) {
            return 0;
        }
        return p > 0.5
                ? Bisection.decreasing(0, Double.MAX_VALUE, 1 - p, t -> studentSf(t, df))
                : -Bisection.decreasing(0, Double.MAX_VALUE, p, t -> studentSf(t, df));
    }

    /** Returns the two-sided critical value of a level. */
    static double studentCritical(double level, double df) {
        return -studentQuantile((1 - level) / 2, df);
    }

    static double betaCdf(double x, double a, double b) {
        return IncompleteBeta.lower(a, b, x, 1 - x);
    }

    static double betaSf(double x, double a, double b) {
        return IncompleteBeta.upper(a, b, x, 1 - x);
    }

    static double betaQuantile(double p, double a, double b) {
        return p <= 0.5
                ? Bisection.increasing(0, 1, p, x -> betaCdf(x, a, b))
                : Bisection.decreasing(0, 1, 1 - p, x -> betaSf(x, a, b));
    }

    static double fCdf(double x, double df1, double df2) {
        double y = df1 * x;
        return x <= 0 ? 0 : IncompleteBeta.lower(df1 / 2, df2 / 2, y / (df2 + y), df2 / (df2 + y));
    }

    static double fSf(double x, double df1, double df2) {
        double y = df1 * x;
        if (x <= 0) {
            return 1;
        }
        return y == Double.POSITIVE_INFINITY
                ? 0
                : IncompleteBeta.upper(df1 / 2, df2 / 2, y / (df2 + y), df2 / (df2 + y));
    }

    static double binomialPmf(double k, double n, double p) {
        return Loader.binomial(k, n, p, 1 - p);
    }

    static double binomialCdf(double k, double n, double p) {
        if (k < 0) {
            return 0;
        }
        return k >= n ? 1 : IncompleteBeta.lower(n - k, k + 1, 1 - p, p);
    }

    /** Returns the probability of more than k. */
    static double binomialSf(double k, double n, double p) {
        if (k < 0) {
            return 1;
        }
        return k >= n ? 0 : IncompleteBeta.lower(k + 1, n - k, p, 1 - p);
    }
}
