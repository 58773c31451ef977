package io.llmops.core.dataset;

/** The reference of an example of which nobody knows the right answer. Immutable. */
public enum NoReference {
    /** There is none. */
    NONE
}
