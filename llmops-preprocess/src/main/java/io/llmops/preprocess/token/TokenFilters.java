package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;

/**
 * The shelf of token filters. Languages are ISO 639-1 codes; an unknown one is refused with the list of known ones.
 *
 * <pre>{@code
 * Tokenizers.words().then(TokenFilters.lowercase()).then(TokenFilters.stop("en")).then(TokenFilters.snowball("en"));
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class TokenFilters {

    private TokenFilters() {}

    /** {@return lower case, in no particular language} */
    public static TokenFilter lowercase() {
        return LuceneNormalizers.lowercase("");
    }

    /**
     * Returns lower case in a language: Turkish and Azerbaijani know a dotless i, Greek drops accents and the final
     * sigma, Irish its prefixed t and n. Any other code gives {@link #lowercase()}.
     *
     * @param language the language's code
     * @return the filter
     */
    public static TokenFilter lowercase(String language) {
        return LuceneNormalizers.lowercase(Objects.requireNonNull(language, "language"));
    }

    /**
     * Returns a filter that drops the stopwords of a language.
     *
     * @param language the language's code, see {@link Stopwords#of(String)}
     * @return the filter
     */
    public static TokenFilter stop(String language) {
        return stop(Stopwords.of(language));
    }

    /**
     * Returns a filter that drops words.
     *
     * @param words the words
     * @return the filter
     */
    public static TokenFilter stop(Stopwords words) {
        var set = new CharArraySet(Objects.requireNonNull(words, "words").words(), false);
        return new LuceneFilter("stop(" + words + ")", words.describe(), stream -> new StopFilter(stream, set));
    }

    /**
     * Returns the Snowball stemmer of a language, as Lucene 9.12 ships it. It expects lower case.
     *
     * @param language the language's code; also {@code german2}, {@code kraaij-pohlmann} (Dutch), {@code lovins} and
     *     {@code porter} (English)
     * @return the filter
     */
    public static TokenFilter snowball(String language) {
        return Snowball.filter(language);
    }

    /** {@return the codes of the Snowball stemmers there are, sorted} */
    public static SortedSet<String> snowballLanguages() {
        return Snowball.table().languages();
    }

    /** {@return Porter's English stemmer of 1980 with its author's later changes, the fastest there is} */
    public static TokenFilter porter() {
        return LuceneFilter.of("porter", PorterStemFilter::new);
    }

    /** {@return Krovetz' English stemmer, which checks its stems in a dictionary} */
    public static TokenFilter kstem() {
        return LuceneFilter.of("kstem", KStemFilter::new);
    }

    /**
     * Returns the stemmer Lucene has of its own for a language, such as Czech or Bulgarian.
     *
     * @param language the language's code
     * @return the filter
     */
    public static TokenFilter stem(String language) {
        return LuceneStemmers.own(language);
    }

    /**
     * Returns a light stemmer (Savoy): plurals and the commonest endings.
     *
     * @param language the language's code; {@code nn} is Nynorsk, {@code no} Bokmål
     * @return the filter
     */
    public static TokenFilter lightStem(String language) {
        return LuceneStemmers.light(language);
    }

    /**
     * Returns a minimal stemmer: plurals only.
     *
     * @param language the language's code; {@code nn} is Nynorsk, {@code no} Bokmål
     * @return the filter
     */
    public static TokenFilter minimalStem(String language) {
        return LuceneStemmers.minimal(language);
    }

    /**
     * Returns a filter that writes each word as its lemma, the form a dictionary lists, by OpenNLP's models of a language.
     * A token of several words becomes several tokens at its position: {@code weren't} becomes {@code be} and
     * {@code not}. Put it right behind the tokenizer: see {@link Tagger}.
     *
     * @param language the language's code, see {@link Taggers#forLanguage}
     * @return the filter
     * @throws IllegalStateException if OpenNLP or its models of the language are not there
     */
    public static TokenFilter lemmas(String language) {
        return lemmas(Taggers.forLanguage(language));
    }

    /**
     * Returns a filter that writes each word as its lemma, by a tagger.
     *
     * @param tagger what knows the lemmas
     * @return the filter
     */
    public static TokenFilter lemmas(Tagger tagger) {
        return new TaggedFilter("lemmas(" + tagger + ")", Description.of("lemmas"), tagger, TaggedFilter::lemmas);
    }

    /**
     * Returns a filter that keeps the tokens in which there is a word of certain parts of speech. The tokens stay as they
     * are. Put it right behind the tokenizer: see {@link Tagger}.
     *
     * @param tagger what knows the parts of speech
     * @param tags those to keep
     * @return the filter
     */
    public static TokenFilter partsOfSpeech(Tagger tagger, Set<PartOfSpeech> tags) {
        var kept = Collections.unmodifiableSortedSet(new TreeSet<>(Objects.requireNonNull(tags, "tags")));
        return new TaggedFilter(
                "parts-of-speech" + kept,
                Description.of("parts-of-speech")
                        .with(
                                "tags",
                                JsonSetting.of(
                                        kept.stream().map(PartOfSpeech::name).toList())),
                tagger,
                tagged -> TaggedFilter.withTags(tagged, kept));
    }

    /**
     * Returns a filter that joins words to noun phrases and verb phrases and drops what is in neither. By rules over the
     * parts of speech, of which the longest match counts:
     *
     * <ul>
     *   <li>a noun phrase is determiners, then adjectives (with their adverbs) and numerals, then nouns and proper nouns,
     *       which a possessive {@code 's} may lead on into the next such phrase;
     *   <li>a verb phrase is auxiliaries, verbs, particles and the adverbs between them, with at least one auxiliary or
     *       verb.
     * </ul>
     *
     * A phrase does not start within a token: {@code im Park} gives {@code Park}. Put it right behind the tokenizer: see
     * {@link Tagger}.
     *
     * @param tagger what knows the parts of speech
     * @return the filter; its tokens have the types {@link TokenType#NOUN_PHRASE} and {@link TokenType#VERB_PHRASE}
     */
    public static TokenFilter phrases(Tagger tagger) {
        return new TaggedFilter("phrases(" + tagger + ")", Description.of("phrases"), tagger, PhraseRules::phrases);
    }

    /**
     * Returns a filter that makes spellings of one word the same, such as Arabic alefs or German umlauts.
     *
     * @param language the language's code
     * @return the filter
     */
    public static TokenFilter normalize(String language) {
        return LuceneNormalizers.spelling(language);
    }

    /**
     * Returns a filter that drops elided articles: {@code l'avion} becomes {@code avion}.
     *
     * @param language {@code ca}, {@code fr}, {@code ga} or {@code it}
     * @return the filter
     */
    public static TokenFilter elision(String language) {
        return LuceneNormalizers.elision(language);
    }

    /** {@return a filter that drops an apostrophe and what is behind it, as Turkish wants for names} */
    public static TokenFilter apostrophe() {
        return LuceneFilter.of("apostrophe", ApostropheFilter::new);
    }

    /**
     * Returns a filter that writes each token as it sounds. A token without letters of A to Z has no code and is dropped.
     *
     * @param code the way of writing
     * @return the filter
     * @throws IllegalStateException if {@code commons-codec:commons-codec} is not there
     */
    public static TokenFilter phonetic(PhoneticCode code) {
        return OptionalLibrary.COMMONS_CODEC.use(() -> PhoneticFilter.of(Objects.requireNonNull(code, "code")));
    }

    /** {@return a filter that joins neighbouring Chinese, Japanese or Korean characters to pairs} */
    public static TokenFilter cjkPairs() {
        return LuceneFilter.of("cjk-pairs", CJKBigramFilter::new);
    }

    /** {@return a filter that writes the decimal digits of every script as 0 to 9} */
    public static TokenFilter digits() {
        return LuceneFilter.of("digits", DecimalDigitFilter::new);
    }

    /** {@return a filter that writes Latin letters in ASCII: ä becomes a, ø o, ß ss} */
    public static TokenFilter foldToAscii() {
        return LuceneFilter.of("fold-to-ascii", ASCIIFoldingFilter::new);
    }

    /**
     * Returns a filter that keeps tokens of a length.
     *
     * @param min the fewest characters (UTF-16 units), 0 or more
     * @param max the most, not fewer than {@code min}
     * @return the filter
     */
    public static TokenFilter length(int min, int max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("expected 0 <= min <= max, found " + min + " and " + max);
        }
        var description = Description.of("length").with("min", min).with("max", max);
        return new LuceneFilter(
                "length(" + min + ".." + max + ")", description, stream -> new LengthFilter(stream, min, max));
    }

    /** {@return a filter that drops tokens without a letter, a digit or an emoji} */
    public static TokenFilter dropPunctuation() {
        return new NamedFilter(
                "drop-punctuation",
                Description.of("drop-punctuation"),
                tokens -> tokens.stream()
                        .filter(token -> token.type() == TokenType.EMOJI
                                || token.text().codePoints().anyMatch(Character::isLetterOrDigit))
                        .toList());
    }

    /**
     * Returns a filter that drops phrases of several words. Words are compared as they are written here.
     *
     * @param phrases the phrases, their words apart by a space
     * @return the filter
     */
    public static TokenFilter stopPhrases(Collection<String> phrases) {
        var sorted = new TreeMap<String, Boolean>();
        Objects.requireNonNull(phrases, "phrases").forEach(phrase -> sorted.put(phrase, true));
        var description = Description.of("stop-phrases").with("phrases", JsonSetting.of(sorted.keySet()));
        return new NamedFilter(
                "stop-phrases(" + sorted.size() + ")", description, new StopPhrases(new PhraseTable<>(sorted)));
    }

    /**
     * Returns a filter that adds synonyms at the position of the word they stand for.
     *
     * @param words the words or phrases (their words apart by a space), and for each its synonyms
     * @return the filter
     */
    public static TokenFilter synonyms(Map<String, List<String>> words) {
        var sorted = new TreeMap<String, List<String>>();
        Objects.requireNonNull(words, "words").forEach((word, synonyms) -> sorted.put(word, List.copyOf(synonyms)));
        var description = Description.of("synonyms").with("words", JsonSetting.of(sorted));
        return new NamedFilter("synonyms(" + sorted.size() + ")", description, new Synonyms(new PhraseTable<>(sorted)));
    }

    /**
     * Returns a stemmer that leaves some words alone.
     *
     * @param words the words to leave, as they are written when they come to the stemmer
     * @param stemmer a stemmer of this shelf
     * @return the filter
     * @throws IllegalArgumentException if the filter is not a stemmer of this shelf
     */
    public static TokenFilter protect(Collection<String> words, TokenFilter stemmer) {
        Objects.requireNonNull(words, "words");
        if (!(Objects.requireNonNull(stemmer, "stemmer") instanceof LuceneFilter lucene)) {
            throw new IllegalArgumentException("expected a stemmer of this shelf, found " + stemmer);
        }
        var set = new CharArraySet(words, false);
        var description = Description.of("protect")
                .with("words", JsonSetting.of(new TreeSet<>(words)))
                .with("stemmer", lucene.describe().orElseThrow());
        return new LuceneFilter(
                "protect(" + set.size() + " " + lucene + ")",
                description,
                stream -> lucene.wrap(new SetKeywordMarkerFilter(stream, set)));
    }

    /**
     * Returns a filter that joins neighbouring tokens by a space and leaves out the single ones. A gap in the positions
     * is written {@code _}.
     *
     * @param min the fewest tokens, at least 2
     * @param max the most, not fewer than {@code min}
     * @return the filter
     */
    public static TokenFilter shingles(int min, int max) {
        if (min < 2 || max < min) {
            throw new IllegalArgumentException("expected 2 <= min <= max, found " + min + " and " + max);
        }
        var description = Description.of("shingles").with("min", min).with("max", max);
        return new LuceneFilter("shingles(" + min + ".." + max + ")", description, stream -> {
            var shingles = new ShingleFilter(stream, min, max);
            shingles.setOutputUnigrams(false);
            return shingles;
        });
    }
}
