package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Description;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A cleaner of the shelf: how it prints, what it is, what it does. Immutable. */
record NamedCleaner(String label, Description description, UnaryOperator<Text> operator) implements Cleaner {

    static Cleaner of(String kind, UnaryOperator<Text> operator) {
        return new NamedCleaner(kind, Description.of(kind), operator);
    }

    static Cleaner of(String kind, String setting, Object value, UnaryOperator<Text> operator) {
        return new NamedCleaner(kind + "(" + value + ")", Description.of(kind).with(setting, value), operator);
    }

    @Override
    public Text clean(Text text) {
        return operator.apply(Objects.requireNonNull(text, "text"));
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return label;
    }
}
