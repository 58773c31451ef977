package io.llmops.core.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A function with a description. */
record DescribedStage<I, O>(Description description, Function<? super I, ? extends O> function) implements Stage<I, O> {

    DescribedStage {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(function, "function");
    }

    @Override
    public O apply(I input) {
        return function.apply(input);
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
