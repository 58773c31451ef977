package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A filter of the shelf that works on the list of tokens: how it prints, what it is, what it does. Immutable. */
record NamedFilter(String label, Description description, UnaryOperator<List<Token>> operator) implements TokenFilter {

    @Override
    public List<Token> apply(List<Token> tokens) {
        return operator.apply(Objects.requireNonNull(tokens, "tokens"));
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
