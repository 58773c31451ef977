package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A tokenizer of the shelf: how it prints, what it is, what it does. Immutable. */
record NamedTokenizer(String label, Description description, BiConsumer<String, TokenList> cutter)
        implements Tokenizer {

    @Override
    public List<Token> tokenize(Text text) {
        var tokens = new TokenList(Objects.requireNonNull(text, "text"));
        cutter.accept(text.toString(), tokens);
        return tokens.toList();
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
