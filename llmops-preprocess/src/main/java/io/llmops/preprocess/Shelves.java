package io.llmops.preprocess;

import static io.llmops.preprocess.Setting.step;
import static io.llmops.preprocess.Setting.text;
import static io.llmops.preprocess.Setting.texts;
import static io.llmops.preprocess.Setting.textsByName;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Entity;
import io.llmops.preprocess.token.PartOfSpeech;
import io.llmops.preprocess.token.PhoneticCode;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.Tagger;
import io.llmops.preprocess.token.Taggers;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The steps YAML knows: for each its name, how it is made, and its settings. A step that is written back has a description
 * whose kind is the name and whose settings are these; {@code sha256} in a description is no setting, but the hash of what
 * another one names.
 */
final class Shelves {

    static final Steps<Cleaner> CLEANERS = new Steps<>(
            "cleaner",
            List.of(
                    of("bidi", s -> Cleaners.bidi()),
                    of(
                            "case-fold",
                            s -> s.has("locale") ? Cleaners.caseFold(s.locale("locale")) : Cleaners.caseFold(),
                            text("locale")),
                    of("controls", s -> Cleaners.controls()),
                    of("drop", s -> Cleaners.drop(s.oneOf("entity", Entity.class)), text("entity")),
                    of("fold-accents", s -> Cleaners.foldAccents()),
                    of("html", s -> Cleaners.html()),
                    of("limit-repeats", s -> Cleaners.limitRepeats(s.number("most")), text("most")),
                    of(
                            "lowercase",
                            s -> s.has("locale") ? Cleaners.lowercase(s.locale("locale")) : Cleaners.lowercase(),
                            text("locale")),
                    of("markdown", s -> Cleaners.markdown()),
                    of(
                            "mask",
                            s -> Cleaners.mask(s.oneOf("entity", Entity.class), s.text("mask")),
                            text("entity"),
                            text("mask")),
                    of("nfc", s -> Cleaners.nfc()),
                    of("nfd", s -> Cleaners.nfd()),
                    of("nfkc", s -> Cleaners.nfkc()),
                    of("nfkd", s -> Cleaners.nfkd()),
                    of("plain-dashes", s -> Cleaners.plainDashes()),
                    of("plain-ellipses", s -> Cleaners.plainEllipses()),
                    of("plain-punctuation", s -> Cleaners.plainPunctuation()),
                    of("plain-quotes", s -> Cleaners.plainQuotes()),
                    of("repair-mojibake", s -> Cleaners.repairMojibake()),
                    of("standard", s -> TextCleaner.standard()),
                    of("truncate", s -> Cleaners.truncate(s.number("characters")), text("characters")),
                    of(
                            "truncate-to-sentences",
                            s -> Cleaners.truncateToSentences(s.number("characters")),
                            text("characters")),
                    of(
                            "truncate-to-tokens",
                            s -> s.step("tokenizer", Shelves.TOKENIZERS).truncation(s.number("tokens")),
                            text("tokens"),
                            step("tokenizer", () -> Shelves.TOKENIZERS)),
                    of("uppercase", s -> Cleaners.uppercase()),
                    of("whitespace", s -> Cleaners.whitespace()),
                    of("whitespace-in-lines", s -> Cleaners.whitespaceInLines()),
                    of("zero-width", s -> Cleaners.zeroWidth())));

    static final Steps<Tokenizer> TOKENIZERS = new Steps<>(
            "tokenizer",
            List.of(
                    of(
                            "character-ngrams",
                            s -> Tokenizers.characterNgrams(s.number("min"), s.number("max")),
                            text("min"),
                            text("max")),
                    of(
                            "character-ngrams-in-words",
                            s -> Tokenizers.characterNgramsInWords(s.number("min"), s.number("max")),
                            text("min"),
                            text("max")),
                    of("dictionary-words", s -> Tokenizers.dictionaryWords()),
                    of("graphemes", s -> Tokenizers.graphemes()),
                    of("learned-sentences", s -> Tokenizers.learnedSentences(s.text("language")), text("language")),
                    of("learned-words", s -> Tokenizers.learnedWords(s.text("language")), text("language")),
                    of(
                            "pattern",
                            s -> Tokenizers.pattern(Pattern.compile(s.text("pattern"), s.number("flags"))),
                            text("pattern"),
                            text("flags", "0")),
                    of("scikit-words", s -> Tokenizers.scikitWords()),
                    of(
                            "sentences",
                            s -> s.has("language") ? Tokenizers.sentences(s.text("language")) : Tokenizers.sentences(),
                            text("language")),
                    of("subwords", s -> Tokenizers.subwords(s.text("encoding")), text("encoding")),
                    of("thai-words", s -> Tokenizers.thaiWords()),
                    of("whitespace", s -> Tokenizers.whitespace()),
                    of("words", s -> Tokenizers.words()),
                    of("words-and-links", s -> Tokenizers.wordsAndLinks()),
                    of("words-and-punctuation", s -> Tokenizers.wordsAndPunctuation())));

    static final Steps<Tagger> TAGGERS = new Steps<>(
            "tagger", List.of(of("tagger", s -> Taggers.forLanguage(s.text("language")), text("language"))));

    static final Steps<TokenFilter> FILTERS = new Steps<>(
            "filter",
            List.of(
                    of("apostrophe", s -> TokenFilters.apostrophe()),
                    of("cjk-pairs", s -> TokenFilters.cjkPairs()),
                    of("digits", s -> TokenFilters.digits()),
                    of("drop-punctuation", s -> TokenFilters.dropPunctuation()),
                    of("elision", s -> TokenFilters.elision(s.text("language")), text("language")),
                    of("fold-to-ascii", s -> TokenFilters.foldToAscii()),
                    of("kstem", s -> TokenFilters.kstem()),
                    of(
                            "lemmas",
                            s -> TokenFilters.lemmas(s.step("tagger", Shelves.TAGGERS)),
                            step("tagger", () -> Shelves.TAGGERS)),
                    of("length", s -> TokenFilters.length(s.number("min"), s.number("max")), text("min"), text("max")),
                    of("light-stem", s -> TokenFilters.lightStem(s.text("language")), text("language")),
                    of(
                            "lowercase",
                            s -> s.has("language")
                                    ? TokenFilters.lowercase(s.text("language"))
                                    : TokenFilters.lowercase(),
                            text("language")),
                    of("minimal-stem", s -> TokenFilters.minimalStem(s.text("language")), text("language")),
                    of("normalize", s -> TokenFilters.normalize(s.text("language")), text("language")),
                    of(
                            "parts-of-speech",
                            s -> TokenFilters.partsOfSpeech(
                                    s.step("tagger", Shelves.TAGGERS), s.someOf("tags", PartOfSpeech.class)),
                            texts("tags"),
                            step("tagger", () -> Shelves.TAGGERS)),
                    of("phonetic", s -> TokenFilters.phonetic(s.oneOf("code", PhoneticCode.class)), text("code")),
                    of(
                            "phrases",
                            s -> TokenFilters.phrases(s.step("tagger", Shelves.TAGGERS)),
                            step("tagger", () -> Shelves.TAGGERS)),
                    of("porter", s -> TokenFilters.porter()),
                    of(
                            "protect",
                            s -> TokenFilters.protect(s.texts("words"), s.step("stemmer", Shelves.FILTERS)),
                            texts("words"),
                            step("stemmer", () -> Shelves.FILTERS)),
                    of(
                            "shingles",
                            s -> TokenFilters.shingles(s.number("min"), s.number("max")),
                            text("min"),
                            text("max")),
                    of("snowball", s -> TokenFilters.snowball(s.text("language")), text("language")),
                    of("stem", s -> TokenFilters.stem(s.text("language")), text("language")),
                    of(
                            "stop",
                            s -> TokenFilters.stop(stopwords(s)),
                            text("language"),
                            texts("plus"),
                            texts("minus"),
                            text("name"),
                            texts("words")),
                    of("stop-phrases", s -> TokenFilters.stopPhrases(s.texts("phrases")), texts("phrases")),
                    of("synonyms", s -> TokenFilters.synonyms(s.textsByName("words")), textsByName("words"))));

    private Shelves() {}

    private static <T> Step<T> of(String name, Function<Settings, T> maker, Setting... settings) {
        return new Step<>(name, List.of(settings), maker);
    }

    /** A language's list, changed or not, or one's own. */
    private static Stopwords stopwords(Settings settings) {
        if (!settings.has("language")) {
            return Stopwords.of(settings.text("name"), settings.texts("words"));
        }
        var words = Stopwords.of(settings.text("language"));
        var plus = settings.texts("plus");
        var minus = settings.texts("minus");
        words = plus.isEmpty() ? words : words.plus(plus.toArray(String[]::new));
        return minus.isEmpty() ? words : words.minus(minus.toArray(String[]::new));
    }
}
