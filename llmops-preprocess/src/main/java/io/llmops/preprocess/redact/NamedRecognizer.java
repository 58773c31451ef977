package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A recogniser of the shelf: what it is, and what it does. Immutable. */
record NamedRecognizer(Description description, Function<String, List<Finding>> function) implements Recognizer {

    static Recognizer of(String kind, Function<String, List<Finding>> function) {
        return new NamedRecognizer(Description.of(kind), function);
    }

    @Override
    public List<Finding> apply(String text) {
        return function.apply(text);
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return description.kind();
    }
}
