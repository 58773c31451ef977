package io.llmops.eval.compare;

import io.llmops.eval.stats.Corrections;

/** How p-values of many comparisons are adjusted. Immutable. */
public enum Correction {
    /** No false difference among all, with 95 % (Holm 1979). */
    HOLM {
        @Override
        double[] adjust(double[] pValues) {
            return Corrections.holm(pValues);
        }
    },
    /** Of the differences found, 5 % false in the mean (Benjamini and Hochberg 1995). */
    BENJAMINI_HOCHBERG {
        @Override
        double[] adjust(double[] pValues) {
            return Corrections.benjaminiHochberg(pValues);
        }
    };

    abstract double[] adjust(double[] pValues);
}
