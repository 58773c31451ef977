package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A tokenizer that Lucene does, so that a chain can make it the head of one token stream. Safe for use by many threads. */
final class LuceneTokenizer implements Tokenizer {

    private final String label;
    private final Description description;
    private final Supplier<org.apache.lucene.analysis.Tokenizer> source;
    private final UnaryOperator<String> sight;
    private final LuceneChain alone;

    LuceneTokenizer(String label, Description description, Supplier<org.apache.lucene.analysis.Tokenizer> source) {
        this(label, description, source, text -> text);
    }

    /** One that sees a text of the same length which gives the same tokens with less effort. */
    LuceneTokenizer(
            String label,
            Description description,
            Supplier<org.apache.lucene.analysis.Tokenizer> source,
            UnaryOperator<String> sight) {
        this.label = label;
        this.description = description;
        this.source = source;
        this.sight = sight;
        this.alone = LuceneChain.of(this, List.of());
    }

    org.apache.lucene.analysis.Tokenizer create() {
        return source.get();
    }

    String seen(String text) {
        return sight.apply(text);
    }

    @Override
    public List<Token> tokenize(Text text) {
        return alone.tokens(Objects.requireNonNull(text, "text"));
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
