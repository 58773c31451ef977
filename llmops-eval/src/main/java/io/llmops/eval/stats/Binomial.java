package io.llmops.eval.stats;

/**
 * Draws from a binomial distribution: by inversion where few successes are expected, else by transformed rejection with
 * a decomposition (Hörmann, "The generation of binomial random variates", 1993, algorithm BTRD), whose cost does not
 * grow with the number of trials. Safe for use by many threads.
 */
final class Binomial {

    private static final double LEAST_FOR_REJECTION = 10;

    private Binomial() {}

    static long sample(RandomStream random, long n, double p) {
        if (p > 0.5) {
            return n - atMostHalf(random, n, 1 - p);
        }
        return atMostHalf(random, n, p);
    }

    private static long atMostHalf(RandomStream random, long n, double p) {
        if (n == 0 || p <= 0) {
            return 0;
        }
        return n * p < LEAST_FOR_REJECTION ? invert(random, n, p) : reject(random, n, p);
    }

    private static long invert(RandomStream random, long n, double p) {
        double odds = p / (1 - p);
        double most = StrictMath.exp(n * StrictMath.log1p(-p));
        while (true) {
            double u = random.nextDouble();
            double probability = most;
            for (long k = 0; k <= n && probability > 0; k++) {
                if (u < probability) {
                    return k;
                }
                u -= probability;
                probability *= odds * (n - k) / (k + 1);
            }
        }
    }

    private static long reject(RandomStream random, long n, double p) {
        double variance = n * p * (1 - p);
        double deviation = Math.sqrt(variance);
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        while (true) {
            double v = random.nextDouble();
            double u;
            if (v <= 0.86 * vr) {
                u = v / vr - 0.43;
                return (long) Math.floor((2 * a / (0.5 - Math.abs(u)) + b) * u + centre);
            }
            if (v >= vr) {
                u = random.nextDouble() - 0.5;
            } else {
                u = v / vr - 0.93;
                u = (u < 0 ? -0.5 : 0.5) - u;
                v = random.nextDouble() * vr;
            }
            double us = 0.5 - Math.abs(u);
            double candidate = Math.floor((2 * a / us + b) * u + centre);
            if (candidate < 0 || candidate > n) {
                continue;
            }
            double alpha = (2.83 + 5.1 / b) * deviation;
            long k = (long) candidate;
            if (accepts(v * alpha / (a / (us * us) + b), k, n, p)) {
                return k;
            }
        }
    }

    /** Compares with the probability of k in units of that of the mode. */
    private static boolean accepts(double v, long k, long n, double p) {
        long mode = (long) Math.floor((n + 1) * p);
        double odds = p / (1 - p);
        double far = Math.abs(k - mode);
        if (far <= 15) {
            return v <= ratio(k, mode, n, odds);
        }
        double variance = n * p * (1 - p);
        double rho = (far / variance) * (((far / 3 + 0.625) * far + 1 / 6.0) / variance + 0.5);
        double normal = -far * far / (2 * variance);
        double log = StrictMath.log(v);
        if (log < normal - rho) {
            return true;
        }
        if (log > normal + rho) {
            return false;
        }
        double fromMode = n - mode + 1;
        double fromK = n - k + 1;
        return log
                <= (mode + 0.5) * StrictMath.log((mode + 1) / (odds * fromMode))
                        + correction(mode)
                        + correction(n - mode)
                        + (n + 1) * StrictMath.log(fromMode / fromK)
                        + (k + 0.5) * StrictMath.log(fromK * odds / (k + 1))
                        - correction(k)
                        - correction(n - k);
    }

    /** Returns the probability of k over that of the mode, step by step. */
    private static double ratio(long k, long mode, long n, double odds) {
        double ratio = 1;
        for (long i = mode + 1; i <= k; i++) {
            ratio *= odds * (n - i + 1) / i;
        }
        for (long i = k + 1; i <= mode; i++) {
            ratio *= i / (odds * (n - i + 1));
        }
        return ratio;
    }

    /** Returns what Stirling's formula in k + 1 lacks of ln k!. */
    private static double correction(long k) {
        if (k < 10) {
            return SMALL[(int) k];
        }
        double next = 1.0 / (k + 1);
        double square = next * next;
        return (1 / 12.0 - (1 / 360.0 - square / 1260) * square) * next;
    }

    private static final double[] SMALL = small();

    private static double[] small() {
        double[] table = new double[10];
        double logFactorial = 0;
        for (int k = 0; k < table.length; k++) {
            logFactorial += k == 0 ? 0 : StrictMath.log(k);
            table[k] =
                    logFactorial - (0.5 * StrictMath.log(2 * Math.PI) + (k + 0.5) * StrictMath.log(k + 1.0) - (k + 1));
        }
        return table;
    }
}
