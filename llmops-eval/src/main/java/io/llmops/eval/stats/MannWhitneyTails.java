package io.llmops.eval.stats;

/** The exact distribution of U without ties. Safe for use by many threads. */
final class MannWhitneyTails {

    private static final int MOST_PAIRS = 1_000_000;

    private MannWhitneyTails() {}

    /** Returns the probabilities of a U at most, and at least, as large. */
    static double[] of(double u, int first, int second) {
        if ((long) first * second > MOST_PAIRS) {
            throw new IllegalArgumentException("expected at most " + MOST_PAIRS + " pairs for the exact test, found "
                    + (long) first * second + "; use the approximation");
        }
        double[] probabilities = probabilities(Math.min(first, second), Math.max(first, second));
        int seen = (int) Math.round(u);
        double below = 0;
        for (int i = 0; i <= seen; i++) {
            below += probabilities[i];
        }
        double above = 0;
        for (int i = probabilities.length - 1; i >= seen; i--) {
            above += probabilities[i];
        }
        return new double[] {Math.min(1, below), Math.min(1, above)};
    }

    /** The coefficients of the Gaussian binomial, kept as probabilities: Π (1 − x^(n+i)) / (1 − x^i), i = 1 … m. */
    private static double[] probabilities(int m, int n) {
        double[] ways = new double[m * n + 1];
        ways[0] = 1;
        for (int i = 1; i <= m; i++) {
            for (int u = m * n; u >= n + i; u--) {
                ways[u] -= ways[u - n - i];
            }
            for (int u = i; u <= m * n; u++) {
                ways[u] += ways[u - i];
            }
            double share = (double) i / (n + i);
            for (int u = 0; u <= m * n; u++) {
                ways[u] *= share;
            }
        }
        return ways;
    }
}
