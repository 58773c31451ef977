package io.llmops.eval.stats;

/**
 * The regularised incomplete beta function, both tails, by Lentz's continued fraction on Loader's prefactor. Safe for
 * use by many threads.
 */
final class IncompleteBeta {

    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 10_000_000;

    private IncompleteBeta() {}

    /** Returns the integral from 0 to x; y is 1 − x, given apart so that neither loses its digits. */
    static double lower(double a, double b, double x, double y) {
        if (x <= 0) {
            return 0;
        }
        if (y <= 0) {
            return 1;
        }
        return x <= (a + 1) / (a + b + 2) ? series(a, b, x, y) : 1 - series(b, a, y, x);
    }

    /** Returns the integral from x to 1. */
    static double upper(double a, double b, double x, double y) {
        return lower(b, a, y, x);
    }

    private static double series(double a, double b, double x, double y) {
        double density = Loader.binomial(a, a + b, x, y) * b / (a + b);
        return Math.min(1, density * fraction(a, b, x));
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            double change = d * c;
            value *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
