package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import java.util.Optional;
import java.util.function.BiFunction;

/** A way of the shelf: what it is, and what it does. Immutable. */
record NamedWay(Description description, BiFunction<EntityType, String, String> function) implements Way {

    @Override
    public String replace(EntityType type, String found) {
        return function.apply(type, found);
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
