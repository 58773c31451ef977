package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Segmenter;
import io.llmops.preprocess.text.Segmenters;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
        return scanner("words", StandardTokenizer::new, text -> JoinerRows.blanked(LoneEnd.blanked(text)));
    }

    /**
     * Returns Unicode words as {@link #words()} has them, with each URL and each e-mail address one token. The effort is
     * linear in the length of the text, but with up to 255 looks a character where a word or link might begin and does
     * not, as in a long row of full stops: two seconds for a million of these.
     *
     * @return the tokenizer
     */
    public static Tokenizer wordsAndLinks() {
        return scanner("words-and-links", UAX29URLEmailTokenizer::new, LoneEnd::blanked);
    }

    /** {@return what stands between white space (Unicode White_Space)} */
    public static Tokenizer whitespace() {
        return lucene("whitespace", UnicodeWhitespaceTokenizer::new);
    }

    /** {@return Thai words, by the platform's dictionary} */
    public static Tokenizer thaiWords() {
        return lucene("thai-words", ThaiTokenizer::new);
    }

    /**
     * Returns words by ICU's rules, with its dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Myanmar; other
     * scripts as {@link #words()} has them.
     *
     * @return the tokenizer
     * @throws IllegalStateException if {@code org.apache.lucene:lucene-analysis-icu} is not there
     */
    public static Tokenizer dictionaryWords() {
        return OptionalLibrary.LUCENE_ICU.use(IcuWords::tokenizer);
    }

    /**
     * Returns the pieces a language model's byte-pair vocabulary cuts a text into. Special tokens in a text are ordinary
     * text here.
     *
     * @param encoding the vocabulary's name, e.g. {@code cl100k_base} or {@code o200k_base}
     * @return the tokenizer, which can also count and cut to size
     * @throws IllegalArgumentException if there is no such vocabulary; the message names those there are
     * @throws IllegalStateException if {@code com.knuddels:jtokkit} is not there
     */
    public static SubwordTokenizer subwords(String encoding) {
        return OptionalLibrary.JTOKKIT.use(() -> BytePairTokenizer.of(encoding));
    }

    /**
     * Returns the pieces of a Hugging Face {@code tokenizer.json}, of whatever kind (BPE, WordPiece, Unigram), read once.
     * Padding, truncation and the special tokens the file would put around a text are left out. Unlike the byte pairs of
     * {@link #subwords(String)}, special tokens that the file names are recognised inside a text, and where the file
     * lower-cases or drops characters, decoding does not bring them back.
     *
     * <p>The library is native code, which it unpacks to {@code ~/.djl.ai} (or the folder of {@code DJL_CACHE_DIR}) when it
     * is first used. It would look for a cloud's metadata address then; so where the system property
     * {@code ai.djl.offline} is not set, this method sets it to {@code true}, for the whole process.
     *
     * @param tokenizerJson the file, in UTF-8
     * @return the tokenizer, which can also count and cut to size
     * @throws io.llmops.core.LlmopsException if the file is not there or is no such tokenizer
     * @throws IllegalStateException if {@code ai.djl.huggingface:tokenizers} is not there, or its native code cannot be
     *     loaded on this machine
     */
    public static SubwordTokenizer subwords(Path tokenizerJson) {
        Objects.requireNonNull(tokenizerJson, "tokenizerJson");
        return OptionalLibrary.DJL_TOKENIZERS.use(() -> JsonVocabularyTokenizer.of(tokenizerJson));
    }

    /** {@return user-perceived characters (UAX #29 grapheme clusters), white space included} */
    public static Tokenizer graphemes() {
        return segments("graphemes", Segmenters.graphemes(), TokenType.GRAPHEME);
    }

    /** {@return sentences (UAX #29), without the white space around them} */
    public static Tokenizer sentences() {
        return segments("sentences", Segmenters.sentences(), TokenType.SENTENCE);
    }

    /**
     * Returns sentences that do not end behind the customary abbreviations of a language.
     *
     * @param language a code that {@link Segmenters#sentences(String)} knows
     * @return the tokenizer
     */
    public static Tokenizer sentences(String language) {
        return new NamedTokenizer(
                "sentences(" + language + ")",
                Description.of("sentences").with("language", language),
                new SegmentTokens(Segmenters.sentences(language), TokenType.SENTENCE));
    }

    /**
     * Returns sentences by OpenNLP's model of a language, which learned from a treebank where one ends. A blank line ends
     * a sentence too, and so do 2000 characters without an end.
     *
     * @param language an ISO 639-1 code, e.g. {@code de}
     * @return the tokenizer
     * @throws IllegalStateException if {@code org.apache.opennlp:opennlp-tools} or
     *     {@code opennlp-models-sentdetect-…} of the language is not there; the message names what is missing
     */
    public static Tokenizer learnedSentences(String language) {
        Objects.requireNonNull(language, "language");
        return OptionalLibrary.OPENNLP.use(() -> {
            var model = LearnedModel.of(LearnedModel.Kind.SENTENCES, language);
            return learned("learned-sentences", model, LearnedSentences.of(model));
        });
    }

    /**
     * Returns words and punctuation marks by OpenNLP's model of a language, which learned from a treebank where words end:
     * {@code 10 a.m.} keeps its full stop, {@code it.} loses it. What is longer than 255 characters without a space is cut
     * as {@link #wordsAndPunctuation()} does.
     *
     * @param language an ISO 639-1 code, e.g. {@code de}
     * @return the tokenizer
     * @throws IllegalStateException if {@code org.apache.opennlp:opennlp-tools} or
     *     {@code opennlp-models-tokenizer-…} of the language is not there; the message names what is missing
     */
    public static Tokenizer learnedWords(String language) {
        Objects.requireNonNull(language, "language");
        return OptionalLibrary.OPENNLP.use(() -> {
            var model = LearnedModel.of(LearnedModel.Kind.WORDS, language);
            return learned("learned-words", model, LearnedWords.of(model));
        });
    }

    /** {@return words and punctuation marks (UAX #29 word segments), white space left out} */
    public static Tokenizer wordsAndPunctuation() {
        return segments("words-and-punctuation", Segmenters.words(), TokenType.WORD);
    }

    /** {@return runs of two or more letters, digits or underscores: scikit-learn's default {@code token_pattern}} */
    public static Tokenizer scikitWords() {
        return new NamedTokenizer("scikit-words", Description.of("scikit-words"), new PatternMatches(SCIKIT_WORD));
    }

    /**
     * Returns each match of a pattern as a token. A pattern that backtracks beyond 100 looks a character is stopped with
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

    private static Tokenizer segments(String kind, Segmenter segmenter, TokenType type) {
        return new NamedTokenizer(kind, Description.of(kind), new SegmentTokens(segmenter, type));
    }

    private static Tokenizer learned(String kind, LearnedModel model, BiConsumer<String, TokenList> cutter) {
        var description =
                Description.of(kind).with("language", model.language()).with("sha256", model.sha256());
        return new NamedTokenizer(kind + "(" + model.language() + ")", description, cutter);
    }

    private static Tokenizer ngrams(String kind, int min, int max, BiConsumer<String, TokenList> cutter) {
        var description = Description.of(kind).with("min", min).with("max", max);
        return new NamedTokenizer(kind + "(" + min + ".." + max + ")", description, cutter);
    }

    private static Tokenizer scanner(
            String kind, Supplier<org.apache.lucene.analysis.Tokenizer> source, UnaryOperator<String> sight) {
        return new LuceneTokenizer(kind, Description.of(kind), source, sight);
    }

    private static Tokenizer lucene(String kind, Supplier<org.apache.lucene.analysis.Tokenizer> source) {
        return new LuceneTokenizer(kind, Description.of(kind), source);
    }
}
