package io.llmops.eval.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Binomial probabilities of real-valued counts by Loader's saddle-point form ("Fast and accurate computation of binomial
 * probabilities", 2000), which keeps its digits where logarithms of factorials lose them. Safe for use by many threads.
 */
final class Loader {

    private static final double LOG_2PI = 1.8378770664093456;

    private Loader() {}

    /** Returns Γ(n+1) / (Γ(k+1) Γ(n−k+1)) · p^k · q^(n−k). */
    static double binomial(double k, double n, double p, double q) {
        if (k < 0 || k > n) {
            return 0;
        }
        if (k == 0) {
            return n == 0 ? 1 : power(n, p, q);
        }
        if (k == n) {
            return power(n, q, p);
        }
        if (p == 0 || q == 0) {
            return 0;
        }
        double exponent = stirlingError(n)
                - stirlingError(k)
                - stirlingError(n - k)
                - deviance(k, n * p)
                - deviance(n - k, n * q);
        double log = LOG_2PI + StrictMath.log(k) + StrictMath.log1p(-k / n);
        return StrictMath.exp(exponent - log / 2);
    }

    /** Returns large^n, where small = 1 − large. */
    private static double power(double n, double small, double large) {
        return small < 0.1 ? StrictMath.exp(n * StrictMath.log1p(-small)) : StrictMath.pow(large, n);
    }

    /** Returns what Stirling's formula lacks: ln Γ(n+1) − (n + ½) ln n + n − ½ ln 2π. */
    static double stirlingError(double n) {
        if (n < 16) {
            return Gamma.logGamma(n + 1) - (n + 0.5) * StrictMath.log(n) + n - LOG_2PI / 2;
        }
        double square = n * n;
        return (1 / 12.0
                        - (1 / 360.0
                                        - (1 / 1260.0
                                                        - (1 / 1680.0 - (1 / 1188.0 - 691 / 360360.0 / square) / square)
                                                                / square)
                                                / square)
                                / square)
                / n;
    }

    /** Returns x ln(x / m) + m − x, without cancellation when x is near m. */
    static double deviance(double x, double m) {
        if (Math.abs(x - m) >= 0.1 * (x + m)) {
            return x * StrictMath.log(x / m) + m - x;
        }
        double v = (x - m) / (x + m);
        double sum = (x - m) * v;
        double term = 2 * x * v;
        for (int j = 1; j < 1000; j++) {
            term *= v * v;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }
}
