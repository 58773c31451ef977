package io.llmops.eval.stats;

import java.util.function.IntToDoubleFunction;

/**
 * P-values adjusted for being several: reject where the adjusted one is at most the level. Each takes p-values in any
 * order, at least one, each from 0 to 1, and returns as many in the same order. The first five keep the chance of any
 * false alarm at the level, the last two the expected share of false ones among the alarms. Safe for use by many
 * threads.
 */
public final class Corrections {

    private Corrections() {}

    /**
     * Returns Bonferroni's adjustment. Holds whatever the dependence; {@link #holm} does too, and rejects more.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] bonferroni(double[] pValues) {
        return stepDown(pValues, (rank, p) -> pValues.length * p, false);
    }

    /**
     * Returns Holm's step-down adjustment (1979). Holds whatever the dependence.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] holm(double[] pValues) {
        int n = pValues.length;
        return stepDown(pValues, (rank, p) -> (n - rank + 1) * p, true);
    }

    /**
     * Returns the step-down adjustment of Holm and Šidák. Holds for independent or positively dependent tests.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] holmSidak(double[] pValues) {
        int n = pValues.length;
        return stepDown(pValues, (rank, p) -> sidak(p, n - rank + 1), true);
    }

    /**
     * Returns Šidák's adjustment. Holds for independent or positively dependent tests.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] sidak(double[] pValues) {
        return stepDown(pValues, (rank, p) -> sidak(p, pValues.length), false);
    }

    /**
     * Returns Hochberg's step-up adjustment (1988). Holds for independent or positively dependent tests.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] hochberg(double[] pValues) {
        int n = pValues.length;
        return stepUp(pValues, rank -> n - rank + 1.0);
    }

    /**
     * Returns Hommel's adjustment (1988), which rejects all that Hochberg's does and sometimes more. Holds for
     * independent or positively dependent tests.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] hommel(double[] pValues) {
        int[] order = order(pValues);
        int n = order.length;
        double[] sorted = new double[n];
        double smallest = 1;
        for (int i = 0; i < n; i++) {
            sorted[i] = pValues[order[i]];
            smallest = Math.min(smallest, n * sorted[i] / (i + 1));
        }
        double[] adjusted = new double[n];
        java.util.Arrays.fill(adjusted, smallest);
        for (int m = n - 1; m >= 2; m--) {
            double bound = Double.POSITIVE_INFINITY;
            for (int i = n - m + 1; i < n; i++) {
                bound = Math.min(bound, m * sorted[i] / (i - n + m + 1));
            }
            for (int i = 0; i <= n - m; i++) {
                adjusted[i] = Math.max(adjusted[i], Math.min(m * sorted[i], bound));
            }
            double last = Math.min(m * sorted[n - m], bound);
            for (int i = n - m + 1; i < n; i++) {
                adjusted[i] = Math.max(adjusted[i], last);
            }
        }
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[order[i]] = Math.min(1, Math.max(adjusted[i], sorted[i]));
        }
        return result;
    }

    /**
     * Returns the false-discovery adjustment of Benjamini and Hochberg (1995). Holds for independent or positively
     * dependent tests.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] benjaminiHochberg(double[] pValues) {
        double n = pValues.length;
        return stepUp(pValues, rank -> n / rank);
    }

    /**
     * Returns the false-discovery adjustment of Benjamini and Yekutieli (2001). Holds whatever the dependence.
     *
     * @param pValues the p-values
     * @return the adjusted p-values
     */
    public static double[] benjaminiYekutieli(double[] pValues) {
        double harmonic = 0;
        for (int i = pValues.length; i >= 1; i--) {
            harmonic += 1.0 / i;
        }
        double n = pValues.length * harmonic;
        return stepUp(pValues, rank -> n / rank);
    }

    private interface Adjustment {
        double of(int rank, double p);
    }

    private static double sidak(double p, int tests) {
        return -StrictMath.expm1(tests * StrictMath.log1p(-p));
    }

    private static double[] stepDown(double[] pValues, Adjustment adjustment, boolean rising) {
        int[] order = order(pValues);
        double[] result = new double[order.length];
        double before = 0;
        for (int i = 0; i < order.length; i++) {
            double adjusted = Math.min(1, adjustment.of(i + 1, pValues[order[i]]));
            before = rising ? Math.max(before, adjusted) : adjusted;
            result[order[i]] = before;
        }
        return result;
    }

    private static double[] stepUp(double[] pValues, IntToDoubleFunction factorOfRank) {
        int[] order = order(pValues);
        double[] result = new double[order.length];
        double before = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            before = Math.min(before, factorOfRank.applyAsDouble(i + 1) * pValues[order[i]]);
            result[order[i]] = before;
        }
        return result;
    }

    private static int[] order(double[] pValues) {
        Numbers.requireSample("p-values", pValues, 1);
        for (double p : pValues) {
            Numbers.requireProbability("p-values", p);
        }
        return Ranks.order(pValues);
    }
}
