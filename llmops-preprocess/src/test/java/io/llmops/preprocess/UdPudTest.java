package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.preprocess.token.LanguageDetector;
import io.llmops.preprocess.token.PartOfSpeech;
import io.llmops.preprocess.token.TaggedToken;
import io.llmops.preprocess.token.Tagger;
import io.llmops.preprocess.token.Taggers;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.TokenType;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The parallel treebanks of Universal Dependencies: words by their spans, and for English and German tags and lemmas, on
 * the treebank's words and end to end, and the language of each sentence, as a table on the console and in {@code target/ud_pud.tsv}. The floors lie a point
 * (0.01) below what was measured.
 */
class UdPudTest {

    private static final Path FOLDER = Path.of(System.getProperty("llmops.shared", "../shared"), "datasets", "ud_pud");
    private static final String SEVERAL_WORDS = "MWT";
    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fi", "fr", "hi", "ko", "ru", "th", "tr", "zh");
    private static final LanguageDetector DETECTOR = LanguageDetector.standard();
    private static final List<String> ROWS = new ArrayList<>();

    /** One word of the treebank. */
    private record Gold(int start, int end, String tag, String lemma) {}

    /** One sentence of the treebank; offsets in UTF-16 units. */
    private record Sentence(String text, List<Gold> words) {

        static Sentence of(JsonNode line) {
            var text = line.get("text").asText();
            var words = new ArrayList<Gold>();
            for (var i = 0; i < line.get("tokens").size(); i++) {
                var offsets = line.get("offsets").get(i);
                words.add(new Gold(
                        text.offsetByCodePoints(0, offsets.get(0).asInt()),
                        text.offsetByCodePoints(0, offsets.get(1).asInt()),
                        line.get("upos").get(i).asText(),
                        line.get("lemmas").get(i).asText()));
            }
            return new Sentence(text, words);
        }

        List<Token> tokens() {
            var tokens = new ArrayList<Token>();
            for (var word : words) {
                var text = text().substring(word.start, word.end);
                tokens.add(new Token(text, word.start, word.end, TokenType.WORD, tokens.size()));
            }
            return tokens;
        }
    }

    /** How often something was right of how many; with it, how many there should have been. */
    private static final class Tally {

        private int right;
        private int found;
        private int expected;

        void add(Set<?> gold, Set<?> ours) {
            found += ours.size();
            expected += gold.size();
            right += (int) ours.stream().filter(gold::contains).count();
        }

        double f1() {
            return 2.0 * right / (found + expected);
        }
    }

    @BeforeAll
    static void isThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no treebanks at " + FOLDER + ": UD-PUD skipped");
    }

    @AfterAll
    static void writeTable() throws IOException {
        if (!ROWS.isEmpty()) {
            ROWS.add(0, "language\twhat\tby\tfigure\tof");
            Files.write(Path.of("target", "ud_pud.tsv"), ROWS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ar, unicode, 0.772", "de, learned, 0.974", "de, unicode, 0.983", "en, learned, 0.981", "en, unicode, 0.982",
        "es, unicode, 0.987", "fi, unicode, 0.959", "fr, unicode, 0.900", "hi, unicode, 0.989", "ko, unicode, 0.747",
        "ru, unicode, 0.969", "th, dictionary, 0.740", "tr, unicode, 0.971", "zh, dictionary, 0.740"
    })
    void wordsEndWhereTheTreebankHasThemEnd(String language, String kind, double floor) throws IOException {
        var tokenizer = tokenizer(language, kind);
        var tally = new Tally();
        for (var sentence : sentences(language)) {
            var gold = new HashSet<List<Integer>>();
            sentence.words.stream()
                    .filter(word -> hasLetterOrDigit(sentence.text.substring(word.start, word.end)))
                    .forEach(word -> gold.add(List.of(word.start, word.end)));
            var ours = new HashSet<List<Integer>>();
            tokenizer.apply(sentence.text).stream()
                    .filter(token -> hasLetterOrDigit(token.text()))
                    .forEach(token -> ours.add(List.of(token.start(), token.end())));
            tally.add(gold, ours);
        }
        row(language, "words F1", tokenizer, tally.f1(), tally.expected);
        assertThat(tally.f1()).isGreaterThanOrEqualTo(floor);
    }

    private static boolean hasLetterOrDigit(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static Tokenizer tokenizer(String language, String kind) {
        return switch (kind) {
            case "learned" -> Tokenizers.learnedWords(language);
            case "dictionary" -> Tokenizers.dictionaryWords();
            default -> Tokenizers.wordsAndPunctuation();
        };
    }

    @ParameterizedTest
    @CsvSource({"en, 0.921, 0.942, 0.913, 0.934", "de, 0.892, 0.942, 0.879, 0.924"})
    void wordsHaveTheTagsAndLemmasOfTheTreebank(
            String language, double tagFloor, double lemmaFloor, double tagF1Floor, double lemmaF1Floor)
            throws IOException {
        var tagger = Taggers.forLanguage(language);
        var words = Tokenizers.learnedWords(language);
        var tags = new Tally();
        var lemmas = new Tally();
        var foldedLemmas = new Tally();
        var tagsEndToEnd = new Tally();
        var lemmasEndToEnd = new Tally();
        for (var sentence : sentences(language)) {
            var onGold = firstWords(tagger, sentence.tokens());
            var endToEnd = firstWords(tagger, words.apply(sentence.text));
            onGold.keySet().retainAll(places(sentence));
            endToEnd.keySet().removeAll(severalWords(sentence));
            tags.add(goldTags(sentence), tags(onGold));
            lemmas.add(goldLemmas(sentence, false), lemmas(onGold, false));
            foldedLemmas.add(goldLemmas(sentence, true), lemmas(onGold, true));
            tagsEndToEnd.add(goldTags(sentence), tags(endToEnd));
            lemmasEndToEnd.add(goldLemmas(sentence, false), lemmas(endToEnd, false));
        }
        row(language, "tags, treebank's words", tagger, tags.f1(), tags.expected);
        row(language, "lemmas, treebank's words", tagger, lemmas.f1(), lemmas.expected);
        row(language, "lemmas, treebank's words, ignoring case", tagger, foldedLemmas.f1(), lemmas.expected);
        row(language, "tags F1, end to end", tagger, tagsEndToEnd.f1(), tagsEndToEnd.expected);
        row(language, "lemmas F1, end to end", tagger, lemmasEndToEnd.f1(), lemmasEndToEnd.expected);
        assertThat(tags.f1()).isGreaterThanOrEqualTo(tagFloor);
        assertThat(lemmas.f1()).isGreaterThanOrEqualTo(lemmaFloor);
        assertThat(tagsEndToEnd.f1()).isGreaterThanOrEqualTo(tagF1Floor);
        assertThat(lemmasEndToEnd.f1()).isGreaterThanOrEqualTo(lemmaF1Floor);
    }

    @ParameterizedTest
    @CsvSource({"20, 0.623, 0.949", "40, 0.888, 0.972", "80, 0.970, 0.986"})
    void aSentenceIsInTheLanguageOfItsTreebank(int characters, double answeredFloor, double rightFloor)
            throws IOException {
        var all = 0;
        var answered = 0;
        var right = 0;
        for (var language : LANGUAGES) {
            for (var sentence : sentences(language)) {
                var text = sentence.text.substring(0, Math.min(characters, sentence.text.length()));
                var found = DETECTOR.apply(text);
                all++;
                answered += found.isPresent() ? 1 : 0;
                right += found.equals(Optional.of(language)) ? 1 : 0;
            }
        }
        row("all", "language answered, " + characters + " characters", DETECTOR, (double) answered / all, all);
        row("all", "language right, " + characters + " characters", DETECTOR, (double) right / answered, answered);
        assertThat((double) answered / all).isGreaterThanOrEqualTo(answeredFloor);
        assertThat((double) right / answered).isGreaterThanOrEqualTo(rightFloor);
    }

    /** What was found, by place. A treebank has tags and lemmas for single words only: the first one of a token counts. */
    private static Map<List<Integer>, TaggedToken> firstWords(Tagger tagger, List<Token> tokens) {
        var words = new HashMap<List<Integer>, TaggedToken>();
        for (var word : tagger.apply(tokens)) {
            words.putIfAbsent(List.of(word.token().start(), word.token().end()), word);
        }
        return words;
    }

    private static Set<List<Integer>> places(Sentence sentence) {
        var places = new HashSet<List<Integer>>();
        single(sentence).forEach(word -> places.add(List.of(word.start, word.end)));
        return places;
    }

    private static Set<List<Integer>> severalWords(Sentence sentence) {
        var places = new HashSet<List<Integer>>();
        sentence.words.stream()
                .filter(word -> word.tag.equals(SEVERAL_WORDS))
                .forEach(word -> places.add(List.of(word.start, word.end)));
        return places;
    }

    private static List<Gold> single(Sentence sentence) {
        return sentence.words.stream()
                .filter(word -> !word.tag.equals(SEVERAL_WORDS))
                .toList();
    }

    private static Set<List<Object>> goldTags(Sentence sentence) {
        var tags = new HashSet<List<Object>>();
        single(sentence).forEach(word -> tags.add(List.of(word.start, word.end, PartOfSpeech.valueOf(word.tag))));
        return tags;
    }

    private static Set<List<Object>> tags(Map<List<Integer>, TaggedToken> words) {
        var tags = new HashSet<List<Object>>();
        words.forEach((place, word) -> tags.add(List.of(place.get(0), place.get(1), word.tag())));
        return tags;
    }

    private static Set<List<Object>> goldLemmas(Sentence sentence, boolean folded) {
        var lemmas = new HashSet<List<Object>>();
        single(sentence).forEach(word -> lemmas.add(List.of(word.start, word.end, folded(word.lemma, folded))));
        return lemmas;
    }

    private static Set<List<Object>> lemmas(Map<List<Integer>, TaggedToken> words, boolean folded) {
        var lemmas = new HashSet<List<Object>>();
        words.forEach((place, word) -> lemmas.add(List.of(place.get(0), place.get(1), folded(word.lemma(), folded))));
        return lemmas;
    }

    private static String folded(String lemma, boolean folded) {
        return folded ? lemma.toLowerCase(Locale.ROOT) : lemma;
    }

    private static void row(String language, String what, Object by, double figure, int of) {
        var row = String.format(Locale.ROOT, "%s\t%s\t%s\t%.4f\t%d", language, what, by, figure, of);
        System.out.println("ud_pud " + row);
        ROWS.add(row);
    }

    private static List<Sentence> sentences(String language) throws IOException {
        var json = new ObjectMapper();
        var sentences = new ArrayList<Sentence>();
        for (var line : Files.readAllLines(FOLDER.resolve(language + ".jsonl"))) {
            sentences.add(Sentence.of(json.readTree(line)));
        }
        return sentences;
    }
}
