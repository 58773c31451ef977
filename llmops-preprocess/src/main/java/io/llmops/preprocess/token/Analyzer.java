package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chain that turns text into tokens: cleaners, one tokenizer, filters. It prints itself
 * ({@code clean ▸ words ▸ lowercase ▸ stop(en) ▸ snowball(en)}) and describes itself for a pipeline's fingerprint.
 *
 * <pre>{@code
 * Analyzer analyzer = Tokenizers.words().then(TokenFilters.lowercase()).then(TokenFilters.stop("en"));
 * analyzer.terms("The cat sat");   // [cat, sat]
 * }</pre>
 *
 * <p>Where the tokenizer and the filters behind it are Lucene's, they run as one Lucene token stream. Immutable, and safe
 * for use by many threads if its steps are.
 */
public final class Analyzer implements Tokenizer {

    private final @Nullable Cleaner cleaner;
    private final Tokenizer tokenizer;
    private final List<TokenFilter> filters;
    private final @Nullable LuceneChain head;
    private final List<TokenFilter> tail;

    private Analyzer(@Nullable Cleaner cleaner, Tokenizer tokenizer, List<TokenFilter> filters) {
        this.cleaner = cleaner;
        this.tokenizer = tokenizer;
        this.filters = List.copyOf(filters);
        var plan = ChainPlan.of(tokenizer, this.filters);
        this.head = plan.head();
        this.tail = plan.tail();
    }

    /**
     * Returns a chain of a tokenizer alone.
     *
     * @param tokenizer what cuts the text
     * @return the chain
     */
    public static Analyzer of(Tokenizer tokenizer) {
        return tokenizer instanceof Analyzer analyzer
                ? analyzer
                : new Analyzer(null, Objects.requireNonNull(tokenizer, "tokenizer"), List.of());
    }

    @Override
    public Analyzer then(TokenFilter filter) {
        var more = new ArrayList<>(filters);
        more.add(Objects.requireNonNull(filter, "filter"));
        return new Analyzer(cleaner, tokenizer, more);
    }

    @Override
    public Analyzer after(Cleaner first) {
        Objects.requireNonNull(first, "cleaner");
        return new Analyzer(cleaner == null ? first : first.then(cleaner), tokenizer, filters);
    }

    @Override
    public List<Token> tokenize(Text text) {
        Objects.requireNonNull(text, "text");
        var cleaned = cleaner == null ? text : cleaner.clean(text);
        var tokens = head == null ? tokenizer.tokenize(cleaned) : head.tokens(cleaned);
        for (var filter : tail) {
            tokens = filter.apply(tokens);
        }
        return tokens;
    }

    /**
     * Returns the texts of the tokens, without their offsets.
     *
     * @param text the text
     * @return the terms, in order
     */
    public List<String> terms(String text) {
        Objects.requireNonNull(text, "text");
        if (head != null && tail.isEmpty()) {
            return head.terms(cleaner == null ? text : cleaner.apply(text));
        }
        return tokenize(Text.of(text)).stream().map(Token::text).toList();
    }

    /** {@return what cleans the text before it is cut, if anything does} */
    public Optional<Cleaner> cleaner() {
        return Optional.ofNullable(cleaner);
    }

    /** {@return what cuts the text} */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** {@return what changes the tokens, in order; perhaps nothing} */
    public List<TokenFilter> filters() {
        return filters;
    }

    /** {@return this chain as a stage from a text to its terms} */
    public Stage<String, List<String>> toTerms() {
        return new AnalyzerStage<>("terms", this, this::terms);
    }

    /**
     * Returns this chain as a stage from a text to a text: its terms, a space between two. That is what a normaliser is,
     * for whatever takes a function of strings.
     *
     * @return the stage
     */
    public Stage<String, String> toText() {
        return new AnalyzerStage<>("text", this, text -> String.join(" ", terms(text)));
    }

    @Override
    public Optional<Description> describe() {
        var description = Description.of("analyzer");
        var number = 1;
        for (var step : steps().toList()) {
            var described = step.describe();
            if (described.isEmpty()) {
                return Optional.empty();
            }
            description = description.with(String.format("%02d", number++), described.get());
        }
        return Optional.of(description);
    }

    private Stream<Stage<?, ?>> steps() {
        Stream<Stage<?, ?>> before = Stream.ofNullable(cleaner);
        return Stream.concat(before, Stream.concat(Stream.of(tokenizer), filters.stream()));
    }

    /** {@return the steps in order, e.g. {@code words ▸ lowercase ▸ stop(en)}} */
    @Override
    public String toString() {
        return steps().map(String::valueOf).collect(Collectors.joining(" ▸ "));
    }
}
