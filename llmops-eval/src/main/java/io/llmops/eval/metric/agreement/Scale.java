package io.llmops.eval.metric.agreement;

/** What the difference of two ratings means. Immutable. */
public enum Scale {
    /** The same or another. */
    NOMINAL,
    /** Before or after, by how many ratings lie between. */
    ORDINAL,
    /** The difference of the numbers. */
    INTERVAL,
    /** The difference of the numbers by their sum; for numbers of 0 or more. */
    RATIO
}
