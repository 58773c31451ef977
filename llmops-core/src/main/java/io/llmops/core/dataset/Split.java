package io.llmops.core.dataset;

import java.util.Objects;

/**
 * A dataset in two parts, no example in both. Immutable.
 *
 * @param train the part to learn from
 * @param test the part to measure on
 * @param <I> the type of the inputs
 * @param <R> the type of the references
 */
public record Split<I, R>(Dataset<I, R> train, Dataset<I, R> test) {

    /** Refuses null. */
    public Split {
        Objects.requireNonNull(train, "train");
        Objects.requireNonNull(test, "test");
    }
}
