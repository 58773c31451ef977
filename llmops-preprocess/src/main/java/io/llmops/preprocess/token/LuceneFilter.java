package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;

/** A filter that Lucene does: neighbours of its kind run as one token stream. Safe for use by many threads. */
final class LuceneFilter implements TokenFilter {

    private final String label;
    private final Description description;
    private final UnaryOperator<TokenStream> wrapper;
    private final LuceneFilterRun alone;

    LuceneFilter(String label, Description description, UnaryOperator<TokenStream> wrapper) {
        this.label = label;
        this.description = description;
        this.wrapper = wrapper;
        this.alone = new LuceneFilterRun(List.of(this));
    }

    static LuceneFilter of(String kind, UnaryOperator<TokenStream> wrapper) {
        return new LuceneFilter(kind, Description.of(kind), wrapper);
    }

    static LuceneFilter of(String kind, String language, UnaryOperator<TokenStream> wrapper) {
        return new LuceneFilter(
                kind + "(" + language + ")", Description.of(kind).with("language", language), wrapper);
    }

    TokenStream wrap(TokenStream stream) {
        return wrapper.apply(stream);
    }

    @Override
    public List<Token> apply(List<Token> tokens) {
        return alone.apply(Objects.requireNonNull(tokens, "tokens"));
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
