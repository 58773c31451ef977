package io.llmops.core.dataset;

import io.llmops.core.LlmopsException;
import java.util.Objects;
import java.util.function.Function;

/** A function of the user's that is told apart by what it failed on. Immutable. */
record NamedFunction<T, R>(Function<? super T, ? extends R> function, Namer<T> namer) {

    /** What to call an item, of which the first has number 1. */
    @FunctionalInterface
    interface Namer<T> {
        String name(T item, long number);
    }

    R apply(T item, long number) {
        try {
            return Objects.requireNonNull(function.apply(item), "result");
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new LlmopsException(
                    namer.name(item, number) + " failed with " + e.getClass().getName(), e);
        }
    }
}
