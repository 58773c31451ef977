package io.llmops.eval.compare;

import java.util.Objects;

/**
 * What one metric says of a pair alone, before and after. Immutable, if the values are.
 *
 * @param pair the observations
 * @param before the metric's value of the baseline's observation alone
 * @param after that of the other run's
 * @param gain how much better it became: after less before, negated where lower values are better
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record ExampleChange<O, R>(Paired<O, R> pair, double before, double after, double gain) {

    /** Refuses null. */
    public ExampleChange {
        Objects.requireNonNull(pair, "pair");
    }
}
