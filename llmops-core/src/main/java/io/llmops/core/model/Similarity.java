package io.llmops.core.model;

/**
 * How alike two things are: the greater, the more; 0 or less for nothing in common. Symmetric, finite, and safe for use
 * by many threads.
 *
 * @param <V> what is compared
 */
@FunctionalInterface
public interface Similarity<V> {

    /**
     * Compares two things.
     *
     * @param left one
     * @param right the other
     * @return how alike they are
     */
    double between(V left, V right);
}
