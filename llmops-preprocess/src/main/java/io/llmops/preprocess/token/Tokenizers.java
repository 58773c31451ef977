package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.core.UnicodeWhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;

/**
 * The shelf of tokenizers.
 *
 * <pre>{@code
 * Tokenizers.words().apply("Can't pay £3.50");   // Can't, pay, 3.50
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Tokenizers {

    private static final Pattern SCIKIT_WORD = Pattern.compile("[\\p{L}\\p{N}_]{2,}+");

    private Tokenizers() {}

    /**
     * Returns Unicode words (UAX #29, by Lucene's standard tokenizer): letters, digits, emoji and single ideographs;
     * punctuation and space are not tokens. A word longer than 255 characters comes in pieces.
     *
     * @return the tokenizer
     */
    public static Tokenizer words() {
        return lucene("words", StandardTokenizer::new);
    }

    /** {@return Unicode words as {@link #words()} has them, with each URL and each e-mail address one token} */
    public static Tokenizer wordsAndLinks() {
        return lucene("words-and-links", UAX29URLEmailTokenizer::new);
    }

    /** {@return what stands between white space (Unicode White_Space)} */
    public static Tokenizer whitespace() {
        return lucene("whitespace", UnicodeWhitespaceTokenizer::new);
    }

    /** {@return Thai words, by the platform's dictionary} */
    public static Tokenizer thaiWords() {
        return lucene("thai-words", ThaiTokenizer::new);
    }

    /** {@return runs of two or more letters, digits or underscores: scikit-learn's default {@code token_pattern}} */
    public static Tokenizer scikitWords() {
        return new NamedTokenizer("scikit-words", Description.of("scikit-words"), new PatternMatches(SCIKIT_WORD));
    }

    /**
     * Returns each match of a pattern as a token. A pattern that backtracks beyond 500 looks a character is stopped with
     * an {@link IllegalStateException}.
     *
     * @param pattern what a token looks like
     * @return the tokenizer
     */
    public static Tokenizer pattern(Pattern pattern) {
        Objects.requireNonNull(pattern, "pattern");
        var description =
                Description.of("pattern").with("pattern", pattern.pattern()).with("flags", pattern.flags());
        return new NamedTokenizer("pattern(" + pattern + ")", description, new PatternMatches(pattern));
    }

    /**
     * Returns every run of so many code points, white space included.
     *
     * @param min the shortest, at least 1
     * @param max the longest, not shorter than {@code min}
     * @return the tokenizer
     */
    public static Tokenizer characterNgrams(int min, int max) {
        return ngrams("character-ngrams", min, max, new CharacterNgrams(min, max));
    }

    /**
     * Returns every run of so many code points of each word, with a space put on both sides of the word
     * (scikit-learn's {@code char_wb}).
     *
     * @param min the shortest, at least 1
     * @param max the longest, not shorter than {@code min}
     * @return the tokenizer
     */
    public static Tokenizer characterNgramsInWords(int min, int max) {
        return ngrams("character-ngrams-in-words", min, max, new CharacterNgramsInWords(min, max));
    }

    private static Tokenizer ngrams(
            String kind, int min, int max, java.util.function.BiConsumer<String, TokenList> cutter) {
        var description = Description.of(kind).with("min", min).with("max", max);
        return new NamedTokenizer(kind + "(" + min + ".." + max + ")", description, cutter);
    }

    private static Tokenizer lucene(String kind, Supplier<org.apache.lucene.analysis.Tokenizer> source) {
        return new LuceneTokenizer(kind, Description.of(kind), source);
    }
}
