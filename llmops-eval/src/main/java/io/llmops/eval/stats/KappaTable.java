package io.llmops.eval.stats;

import java.util.Objects;

/**
 * Two raters' table of counts, and Cohen's κ of it, plain or weighted (Cohen 1960, 1968), with the standard error of
 * Fleiss, Cohen and Everitt (1969), which is the delta method's. Immutable.
 */
public final class KappaTable {

    private final double n;
    private final double observed;
    private final double chance;
    private final double spread;

    private KappaTable(double n, double observed, double chance, double spread) {
        this.n = n;
        this.observed = observed;
        this.chance = chance;
        this.spread = spread;
    }

    /**
     * Returns a table.
     *
     * @param counts a square: how often the first rater said the row and the second the column; 0 or more, not all 0
     * @param agreement as large: how much row and column agree, from 0 to 1, 1 on the diagonal
     * @return the table
     * @throws IllegalArgumentException if the sizes differ or nothing was counted
     */
    public static KappaTable of(double[][] counts, double[][] agreement) {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(agreement, "agreement");
        int size = counts.length;
        Numbers.requireSameLength("rows of counts", size, "rows of agreement", agreement.length);
        double[] rows = new double[size];
        double[] columns = new double[size];
        double n = 0;
        double observed = 0;
        for (int i = 0; i < size; i++) {
            Numbers.requireSameLength("columns", counts[i].length, "rows", size);
            for (int j = 0; j < size; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                n += counts[i][j];
                observed += counts[i][j] * agreement[i][j];
            }
        }
        if (!(n > 0 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected counts above 0, found a sum of " + n);
        }
        double[] ofRow = new double[size];
        double[] ofColumn = new double[size];
        double chance = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                ofRow[i] += columns[j] / n * agreement[i][j];
                ofColumn[j] += rows[i] / n * agreement[i][j];
                chance += rows[i] / n * (columns[j] / n) * agreement[i][j];
            }
        }
        double kappa = (observed / n - chance) / (1 - chance);
        double spread = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double apart = agreement[i][j] - (ofRow[i] + ofColumn[j]) * (1 - kappa);
                spread += counts[i][j] / n * apart * apart;
            }
        }
        return new KappaTable(n, observed / n, chance, spread);
    }

    /** {@return the agreement that was seen, from 0 to 1} */
    public double observed() {
        return observed;
    }

    /** {@return the agreement that the raters' own frequencies give, from 0 to 1} */
    public double chance() {
        return chance;
    }

    /**
     * Returns κ.
     *
     * @return at most 1
     * @throws IllegalStateException if chance alone gives full agreement, so that κ is not defined
     */
    public double kappa() {
        if (!(chance < 1)) {
            throw new IllegalStateException("kappa is not defined: both raters always said the same one category");
        }
        return (observed - chance) / (1 - chance);
    }

    /** {@return the standard error of κ; 0 where agreement is full} */
    public double standardError() {
        double kappa = kappa();
        double mean = kappa - chance * (1 - kappa);
        return Math.sqrt(Math.max(0, spread - mean * mean) / n) / (1 - chance);
    }

    /**
     * Returns the interval of κ by the normal approximation. Approximate, from about 50 items and where κ is not near 1;
     * of no width where agreement is full, which is no evidence.
     *
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code fleiss-cohen-everitt}; may reach above 1
     */
    public Interval interval(double level) {
        Numbers.requireLevel(level);
        double half = Distributions.normalCritical(level) * standardError();
        return new Interval(kappa() - half, kappa() + half, level, "fleiss-cohen-everitt");
    }
}
