package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.model.SparseVector;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenter;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.PhoneticCode;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.TokenType;
import io.llmops.preprocess.token.Tokenizers;
import io.llmops.preprocess.vector.Idf;
import io.llmops.preprocess.vector.Norm;
import io.llmops.preprocess.vector.Vectorizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference results of other programs, one line a file on the console and in {@code target/golden.tsv}. */
class GoldenTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("llmops.golden", System.getProperty("llmops.shared", "../shared") + "/golden"));

    private static final Set<String> DICTIONARY = Set.of("words_zh", "words_ja", "words_th");

    private static final List<GoldenFile> DONE = new ArrayList<>();

    @BeforeAll
    static void isThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no reference results at " + FOLDER + ": golden checks skipped");
    }

    @AfterAll
    static void writeTable() throws IOException {
        if (!DONE.isEmpty()) {
            Files.write(
                    Path.of("target", "golden.tsv"),
                    DONE.stream().map(GoldenFile::line).toList());
        }
    }

    @Test
    void snowballStemmersAgreeWithLibstemmer() {
        var codes = Map.ofEntries(
                Map.entry("armenian", "hy"),
                Map.entry("basque", "eu"),
                Map.entry("catalan", "ca"),
                Map.entry("danish", "da"),
                Map.entry("dutch", "nl"),
                Map.entry("english", "en"),
                Map.entry("estonian", "et"),
                Map.entry("finnish", "fi"),
                Map.entry("french", "fr"),
                Map.entry("german", "de"),
                Map.entry("greek", "el"),
                Map.entry("hindi", "hi"),
                Map.entry("hungarian", "hu"),
                Map.entry("indonesian", "id"),
                Map.entry("irish", "ga"),
                Map.entry("italian", "it"),
                Map.entry("lithuanian", "lt"),
                Map.entry("lovins", "lovins"),
                Map.entry("nepali", "ne"),
                Map.entry("norwegian", "no"),
                Map.entry("porter", "porter"),
                Map.entry("portuguese", "pt"),
                Map.entry("romanian", "ro"),
                Map.entry("russian", "ru"),
                Map.entry("serbian", "sr"),
                Map.entry("spanish", "es"),
                Map.entry("swedish", "sv"),
                Map.entry("tamil", "ta"),
                Map.entry("turkish", "tr"),
                Map.entry("yiddish", "yi"));
        var golden = GoldenFile.read(FOLDER, "stemmer_snowball");
        done(golden.forEach(one -> {
            var code = codes.get(one.get("group").asText());
            for (var key : List.of("stems_2_2", "stems_3")) {
                var expected = one.get("expected").get(key);
                if (expected.isNull()) {
                    continue;
                }
                if (code == null) {
                    golden.skip(one, key);
                } else {
                    golden.check(one, key, strings(expected), stems(one, code));
                }
            }
        }));
    }

    private static List<String> stems(JsonNode one, String code) {
        return TokenFilters.snowball(code).apply(tokens(one)).stream()
                .map(Token::text)
                .toList();
    }

    private static List<Token> tokens(JsonNode one) {
        return strings(one.get("input").get("words")).stream()
                .map(word -> new Token(word, 0, word.length(), TokenType.WORD, 0))
                .toList();
    }

    @Test
    void porterAgreesWithItsAuthorsVersion() {
        var golden = GoldenFile.read(FOLDER, "stemmer_porter_nltk");
        done(golden.forEach(one -> {
            one.get("expected").fieldNames().forEachRemaining(key -> {
                if (key.equals("porter_martin_extensions")) {
                    var found = TokenFilters.porter().apply(tokens(one)).stream()
                            .map(Token::text)
                            .toList();
                    golden.check(one, key, strings(one.get("expected").get(key)), found);
                } else {
                    golden.skip(one, key);
                }
            });
        }));
    }

    @Test
    void normalisationAgreesWithPython() {
        var steps = Map.of(
                "nfc", Cleaners.nfc(),
                "nfd", Cleaners.nfd(),
                "nfkc", Cleaners.nfkc(),
                "nfkd", Cleaners.nfkd(),
                "casefold", Cleaners.caseFold(),
                "lower", Cleaners.lowercase(),
                "upper", Cleaners.uppercase(),
                "strip_accents", Cleaners.foldAccents());
        var golden = GoldenFile.read(FOLDER, "unicode_normalization");
        done(golden.forEach(one -> {
            var text = one.get("input").get("text").asText();
            steps.forEach((key, step) ->
                    golden.check(one, key, one.get("expected").get(key).asText(), step.apply(text)));
            var words = Tokenizers.whitespace().apply(text).stream()
                    .map(Token::text)
                    .toList();
            golden.check(one, "split_whitespace", strings(one.get("expected").get("split_whitespace")), words);
        }));
    }

    @Test
    void graphemesAgreeWithUnicode() {
        segmentsAgree("unicode_grapheme_break", Segmenters.graphemes());
    }

    @Test
    void sentencesAgreeWithUnicode() {
        segmentsAgree("unicode_sentence_break", Segmenters.sentences());
    }

    @Test
    void wordsAgreeWithUnicode() {
        segmentsAgree("unicode_word_break", Segmenters.words());
    }

    private static void segmentsAgree(String file, Segmenter segmenter) {
        var golden = GoldenFile.read(FOLDER, file);
        done(golden.forEach(one -> {
            var text = new StringBuilder();
            one.get("input")
                    .get("code_points")
                    .forEach(hex -> text.appendCodePoint(Integer.parseInt(hex.asText(), 16)));
            var segments = segmenter.spans(text.toString()).stream()
                    .map(span -> span.of(text.toString()))
                    .toList();
            var lengths = segments.stream().map(segment -> segment.codePointCount(0, segment.length()));
            golden.check(one, "segments", strings(one.get("expected").get("segments")), segments);
            golden.check(
                    one,
                    "segment_lengths_code_points",
                    strings(one.get("expected").get("segment_lengths_code_points")),
                    lengths.map(String::valueOf).toList());
        }));
    }

    /** Dictionary languages count as one check a language: F1 of the boundaries, at least 0.95. */
    @Test
    void segmentsAgreeWithIcu() {
        var golden = GoldenFile.read(FOLDER, "icu_segmentation");
        var shared = new TreeMap<String, int[]>();
        done(golden.forEach(one -> {
            var text = one.get("input").get("text").asText();
            var expected = one.get("expected");
            var group = one.get("group").asText();
            if (expected.has("sentences")) {
                golden.check(
                        one, "sentences", strings(expected.get("sentences")), segments(Segmenters.sentences(), text));
            } else if (DICTIONARY.contains(group)) {
                var found = new TreeSet<String>();
                Tokenizers.dictionaryWords().apply(text).forEach(token -> {
                    found.add(String.valueOf(token.start()));
                    found.add(String.valueOf(token.end()));
                });
                var counts = shared.computeIfAbsent(group, key -> new int[3]);
                var boundaries = wordBoundaries(text, expected);
                counts[0] += (int) found.stream().filter(boundaries::contains).count();
                counts[1] += found.size();
                counts[2] += boundaries.size();
            } else {
                var ends = Segmenters.words().spans(text).stream()
                        .map(span -> String.valueOf(span.end()))
                        .toList();
                var boundaries = strings(expected.get("boundaries"));
                boundaries.remove("0");
                golden.check(one, "boundaries", boundaries, ends);
            }
        }));
        shared.forEach((group, counts) -> {
            var f1 = 2.0 * counts[0] / (counts[1] + counts[2]);
            System.out.printf(Locale.ROOT, "%s: boundary F1 against ICU %.4f%n", group, f1);
            assertThat(f1).as(group).isGreaterThanOrEqualTo(0.95);
        });
    }

    /** Both ends of each word, which is a segment of letters, digits or ideographs. */
    private static Set<String> wordBoundaries(String text, JsonNode expected) {
        var ends = new TreeSet<String>();
        var at = 0;
        for (var word : strings(expected.get("words"))) {
            var start = text.indexOf(word, at);
            at = start + word.length();
            ends.add(String.valueOf(start));
            ends.add(String.valueOf(at));
        }
        return ends;
    }

    @Test
    void soundsAgreeWithJellyfish() {
        var codes = Map.of(
                "soundex", PhoneticCode.SOUNDEX,
                "metaphone", PhoneticCode.METAPHONE,
                "nysiis", PhoneticCode.NYSIIS,
                "match_rating", PhoneticCode.MATCH_RATING);
        var golden = GoldenFile.read(FOLDER, "phonetic");
        done(golden.forEach(one -> codes.forEach((key, code) -> {
            var word = one.get("input").get("word").asText();
            var token = new Token(word, 0, word.length(), TokenType.WORD, 0);
            var found = TokenFilters.phonetic(code).apply(List.of(token)).get(0).text();
            golden.check(one, key, one.get("expected").get(key).asText(), found);
        })));
    }

    @Test
    void wordsAndPunctuationAgreeWithNltk() {
        var wordPunct = Tokenizers.pattern(Pattern.compile("[\\p{L}\\p{N}_]++|[^\\p{L}\\p{N}_\\s\\p{Z}]++"));
        var golden = GoldenFile.read(FOLDER, "tokenizers_nltk");
        done(golden.forEach(one -> one.get("expected").fieldNames().forEachRemaining(key -> {
            if (key.equals("wordpunct")) {
                var found = wordPunct.apply(one.get("input").get("text").asText());
                golden.check(
                        one,
                        key,
                        strings(one.get("expected").get(key)),
                        found.stream().map(Token::text).toList());
            } else {
                golden.skip(one, key);
            }
        })));
    }

    private static List<String> segments(Segmenter segmenter, String text) {
        return segmenter.spans(text).stream().map(span -> span.of(text)).toList();
    }

    @Test
    void vectorsAgreeWithScikitLearn() {
        var golden = GoldenFile.read(FOLDER, "text_vectors");
        done(golden.forEach(one -> {
            var documents = strings(one.get("input").get("documents"));
            var expected = one.get("expected");
            var params = one.get("params");
            var counts =
                    withOptions(Vectorizer.counts(terms(params)), params, false).fit(documents);
            var tfidf =
                    withOptions(Vectorizer.tfidf(terms(params)), params, true).fit(documents);
            var vectors = documents.stream().map(tfidf).toList();
            golden.check(
                    one,
                    "features",
                    strings(expected.get("features")),
                    tfidf.vocabulary().terms());
            golden.check(
                    one,
                    "counts_sparse",
                    true,
                    near(
                            expected.get("counts_sparse"),
                            documents.stream().map(counts).toList()));
            golden.check(one, "tfidf_sparse", true, near(expected.get("tfidf_sparse"), vectors));
            golden.check(one, "idf", true, near(expected.get("idf"), tfidf.idf()));
            for (var row = 0; row < vectors.size(); row++) {
                var from = vectors.get(row);
                var cosines = vectors.stream().mapToDouble(from::cosine).toArray();
                golden.check(one, "cosine", true, near(expected.get("cosine").get(row), cosines));
            }
        }));
    }

    private static Analyzer terms(JsonNode params) {
        var sizes = params.path("ngram_range");
        var terms = switch (params.path("analyzer").asText("word")) {
            case "char" ->
                Tokenizers.characterNgrams(sizes.get(0).asInt(), sizes.get(1).asInt());
            case "char_wb" ->
                Tokenizers.characterNgramsInWords(
                        sizes.get(0).asInt(), sizes.get(1).asInt());
            default -> Tokenizers.scikitWords();
        };
        return params.path("lowercase").asBoolean(true) ? terms.after(Cleaners.lowercase()) : Analyzer.of(terms);
    }

    private static Vectorizer withOptions(Vectorizer plain, JsonNode params, boolean weighed) {
        var vectorizer = plain;
        if (params.has("ngram_range") && !params.has("analyzer")) {
            var sizes = params.get("ngram_range");
            vectorizer =
                    vectorizer.withNgrams(sizes.get(0).asInt(), sizes.get(1).asInt());
        }
        if (params.has("max_features")) {
            vectorizer = vectorizer.withMaxFeatures(params.get("max_features").asInt());
        }
        if (params.has("max_df")) {
            vectorizer = vectorizer.withMaxShare(params.get("max_df").asDouble());
        }
        if (params.path("binary").asBoolean()) {
            vectorizer = vectorizer.withBinaryCounts();
        }
        if (!weighed) {
            return vectorizer;
        }
        if (params.path("sublinear_tf").asBoolean()) {
            vectorizer = vectorizer.withSublinearCounts();
        }
        if (params.has("norm")) {
            vectorizer = vectorizer.withNorm(params.get("norm").isNull() ? Norm.NONE : Norm.L1);
        }
        return params.path("smooth_idf").asBoolean(true) ? vectorizer : vectorizer.withIdf(Idf.PLAIN);
    }

    private static boolean near(JsonNode expected, List<SparseVector> found) {
        for (var row = 0; row < found.size(); row++) {
            var vector = found.get(row);
            if (vector.size() != expected.get(row).size()) {
                return false;
            }
            for (var i = 0; i < vector.size(); i++) {
                var cell = expected.get(row).get(i);
                if (vector.index(i) != cell.get(0).asInt() || !near(cell.get(1).asDouble(), vector.value(i))) {
                    return false;
                }
            }
        }
        return expected.size() == found.size();
    }

    private static boolean near(JsonNode expected, double[] found) {
        for (var i = 0; i < found.length; i++) {
            if (!near(expected.get(i).asDouble(), found[i])) {
                return false;
            }
        }
        return expected.size() == found.length;
    }

    private static boolean near(double expected, double found) {
        return Math.abs(expected - found) <= 1e-12 * Math.max(1, Math.abs(expected));
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static void done(GoldenFile golden) {
        DONE.add(golden);
        System.out.println(golden.line());
        assertThat(golden.failures()).as(golden.line()).isEmpty();
    }
}
