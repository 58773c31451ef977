package io.llmops.eval.stats;

/** Which effects a test looks for. Immutable. */
public enum Alternative {
    /** The first is less or greater than the second. */
    TWO_SIDED,
    /** The first is less than the second. */
    LESS,
    /** The first is greater than the second. */
    GREATER;

    /** Returns the p-value of a symmetric statistic, from the function that gives its upper tail. */
    double pValue(double statistic, java.util.function.DoubleUnaryOperator upperTail) {
        return switch (this) {
            case TWO_SIDED -> 2 * upperTail.applyAsDouble(Math.abs(statistic));
            case LESS -> upperTail.applyAsDouble(-statistic);
            case GREATER -> upperTail.applyAsDouble(statistic);
        };
    }

    /** Returns the p-value from both tails, each including what was seen. */
    double pValue(double lowerTail, double upperTail) {
        return switch (this) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(lowerTail, upperTail));
            case LESS -> lowerTail;
            case GREATER -> upperTail;
        };
    }
}
