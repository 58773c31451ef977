package io.llmops.eval.metric;

/**
 * What a ratio is when it divides by nothing: the precision of a label that was never answered, the recall of a label no
 * reference has. Immutable.
 */
public enum ZeroDivision {
    /**
     * It is undefined, and says so. In an average it counts as 0, as in scikit-learn unless told otherwise, so that never
     * to answer a label is no advantage.
     */
    UNDEFINED,
    /** It is 0. */
    ZERO,
    /** It is 1. */
    ONE;

    /** {@return the number it counts as in an average, 0 or 1} */
    public double inAverages() {
        return this == ONE ? 1 : 0;
    }

    /** {@return the number it is where it stands alone: 0, 1, or NaN if it is undefined} */
    public double alone() {
        return this == UNDEFINED ? Double.NaN : inAverages();
    }
}
