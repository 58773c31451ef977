package io.llmops.eval.stats;

/** Draws from a Poisson distribution of a fixed mean, its tails beyond 1e-18 of the mode left out. Immutable. */
final class PoissonTable {

    private static final double NEGLIGIBLE = 1e-18;

    private final int least;
    private final AliasTable table;

    private PoissonTable(int least, AliasTable table) {
        this.least = least;
        this.table = table;
    }

    static PoissonTable of(double mean) {
        int mode = (int) mean;
        int least = mode;
        for (double p = 1; least > 0 && p > NEGLIGIBLE; least--) {
            p *= least / mean;
        }
        int most = mode;
        for (double p = 1; p > NEGLIGIBLE; most++) {
            p *= mean / (most + 1);
        }
        double[] weights = new double[most - least + 1];
        weights[mode - least] = 1;
        for (int k = mode; k > least; k--) {
            weights[k - 1 - least] = weights[k - least] * k / mean;
        }
        for (int k = mode; k < most; k++) {
            weights[k + 1 - least] = weights[k - least] * mean / (k + 1);
        }
        return new PoissonTable(least, AliasTable.of(weights));
    }

    int size() {
        return table.size();
    }

    int draw(long bits) {
        return least + table.draw(bits);
    }
}
