package io.llmops.eval.metric;

/** Which values of a metric are the good ones. Immutable. */
public enum Direction {
    /** More is better. */
    HIGHER_IS_BETTER,
    /** Less is better. */
    LOWER_IS_BETTER,
    /** Neither: the value describes, it does not judge. */
    NEITHER
}
