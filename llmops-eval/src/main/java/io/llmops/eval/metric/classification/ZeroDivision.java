package io.llmops.eval.metric.classification;

/**
 * What a ratio is when it divides by nothing: the precision of a class that was never predicted, the recall of a class
 * no example has. Immutable.
 */
public enum ZeroDivision {
    /**
     * It is undefined, and says so. In an average it counts as 0, as in scikit-learn unless told otherwise, so that never
     * to predict a class is no advantage.
     */
    UNDEFINED,
    /** It is 0. */
    ZERO,
    /** It is 1. */
    ONE;

    /** {@return the number it counts as in an average} */
    double inAverages() {
        return this == ONE ? 1 : 0;
    }
}
