package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainsTest {

    @TempDir
    Path folder;

    @Test
    void areWrittenAsAPersonWould() {
        var cleaner = TextCleaner.of(Cleaners.nfc(), Cleaners.controls(), Cleaners.whitespace());
        assertThat(Chains.toYaml(cleaner)).isEqualTo("clean: [nfc, controls, whitespace]\n");
        var chain = Tokenizers.words()
                .then(TokenFilters.lowercase())
                .then(TokenFilters.stop("en"))
                .then(TokenFilters.snowball("en"));
        assertThat(Chains.toYaml(chain.after(cleaner))).isEqualTo("""
                        clean: [nfc, controls, whitespace]
                        tokenize: words
                        filter: [lowercase, {stop: en}, {snowball: en}]
                        """);
        assertThat(Chains.toYaml(Analyzer.of(Tokenizers.subwords("o200k_base"))))
                .isEqualTo("tokenize: {subwords: o200k_base}\n");
        assertThat(Chains.toYaml(Tokenizers.characterNgrams(2, 3)
                        .then(TokenFilters.stop(Stopwords.of("no").plus("b").minus("og")))
                        .then(TokenFilters.protect(List.of("a b"), TokenFilters.snowball("no")))
                        .then(TokenFilters.length(2, 30))
                        .then(TokenFilters.phonetic(io.llmops.preprocess.token.PhoneticCode.DOUBLE_METAPHONE))))
                .isEqualTo("""
                        tokenize: {character-ngrams: {min: 2, max: 3}}
                        filter:
                          - {stop: {language: "no", plus: [b], minus: [og]}}
                          - {protect: {words: ["a b"], stemmer: {snowball: "no"}}}
                          - {length: {min: 2, max: 30}}
                          - {phonetic: double_metaphone}
                        """);
    }

    @Test
    void areReadAsAPersonWouldWriteThem() {
        var chain = Chains.parseAnalyzer("""
                # what the search does
                clean: standard
                tokenize: words
                filter:
                  - lowercase
                  - stop: en
                  - stop: {name: ours, words: [card, "no"]}
                  - phonetic: Soundex
                  - {synonyms: {C630: [plastic], no: [null, 5, ~x]}}
                """);
        assertThat(chain)
                .hasToString("clean ▸ words ▸ lowercase ▸ stop(en) ▸ stop(ours) ▸ phonetic(soundex) ▸ synonyms(2)");
        assertThat(chain.terms("The “Cards” and the card!")).containsExactly("C632");
        assertThat(Chains.parseCleaner("clean: {mask: {entity: e-mail, mask: <m>}}\n".replace("e-mail", "EMAIL"))
                        .apply("a@x.org"))
                .isEqualTo("<m>");
        assertThat(Chains.parseAnalyzer("{tokenize: whitespace, filter: []}").terms("a b"))
                .containsExactly("a", "b");
        assertThat(Chains.parseCleaner("clean:\n- truncate-to-tokens: {tokens: 2, tokenizer: words}")
                        .apply("a b c"))
                .isEqualTo("a b");
    }

    @Test
    void everyCleanerOfTheShelfReadsBackTheSame() {
        var seen = new HashSet<String>();
        for (var cleaner : Samples.cleaners()) {
            var yaml = Chains.toYaml(cleaner);
            var again = Chains.parseCleaner(yaml);
            assertThat(again.describe()).as(yaml).isPresent().isEqualTo(cleaner.describe());
            assertThat(again).as(yaml).hasToString(cleaner.toString());
            assertThat(Chains.toYaml(again)).isEqualTo(yaml);
            for (var seed = 0L; seed < 20; seed++) {
                var text = Text.of(RandomText.of(new Random(seed), 30));
                assertThat(again.clean(text)).as("%s, seed %d", yaml, seed).isEqualTo(cleaner.clean(text));
            }
            seen.add(cleaner.describe().orElseThrow().kind());
        }
        seen.add("standard");
        assertThat(seen).isEqualTo(Shelves.CLEANERS.names());
    }

    @Test
    void everyTokenizerOfTheShelfReadsBackTheSame() {
        var seen = new HashSet<String>();
        for (var tokenizer : Samples.tokenizers()) {
            isReadBack(Analyzer.of(tokenizer));
            seen.add(tokenizer.describe().orElseThrow().kind());
        }
        assertThat(seen).isEqualTo(Shelves.TOKENIZERS.names());
    }

    @Test
    void everyFilterOfTheShelfReadsBackTheSame() {
        var seen = new HashSet<String>();
        for (var filter : Samples.filters()) {
            isReadBack(Tokenizers.wordsAndPunctuation().then(filter));
            seen.add(filter.describe().orElseThrow().kind());
        }
        assertThat(seen).isEqualTo(Shelves.FILTERS.names());
    }

    @Test
    void everyLanguagesChainReadsBackTheSame() {
        for (var language : Analyzers.languages()) {
            isReadBack(Analyzers.forLanguage(language));
        }
    }

    private static void isReadBack(Analyzer chain) {
        var yaml = Chains.toYaml(chain);
        var again = Chains.parseAnalyzer(yaml);
        assertThat(again.describe()).as(yaml).isPresent().isEqualTo(chain.describe());
        assertThat(again).as(yaml).hasToString(chain.toString());
        assertThat(Chains.toYaml(again)).isEqualTo(yaml);
        for (var seed = 0L; seed < 10; seed++) {
            var text = RandomText.of(new Random(seed), 30);
            assertThat(again.apply(text)).as("%s, seed %d", yaml, seed).isEqualTo(chain.apply(text));
        }
    }

    @Test
    void shortChainsStandOnOneLineAndLongOnesHaveAStepALine() {
        var yaml =
                Chains.toYaml(Samples.cleaners().stream().reduce(Cleaner::then).orElseThrow());
        assertThat(yaml.lines().skip(1)).allMatch(line -> line.startsWith("  - "));
        assertThat(Chains.parseCleaner(yaml).steps()).hasSameSizeAs(Samples.cleaners());
    }

    @Test
    void stepsThatCouldNotBeReadBackAreRefused() {
        Cleaner lambda = text -> text;
        assertThatThrownBy(() -> Chains.toYaml(Cleaners.nfc().then(lambda)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a cleaner of the shelf, found one that cannot describe itself: ");
        TokenFilter same = tokens -> tokens;
        assertThatThrownBy(() -> Chains.toYaml(Tokenizers.words().then(same)))
                .hasMessageStartingWith("expected a filter of the shelf, found one that cannot describe itself: ");
        assertThatThrownBy(() -> Chains.toYaml(Tokenizers.words().then(described("mine", "x", "1"))))
                .hasMessageStartingWith("expected a filter of the shelf, found \"mine\"; there are [apostrophe, ");
        assertThatThrownBy(() -> Chains.toYaml(Tokenizers.words().then(described("stop", "language", "xx"))))
                .hasMessage("expected a filter of the shelf, found another one: stop(language=xx)");
        assertThatThrownBy(() -> Chains.toYaml(Tokenizers.words().then(described("porter", "by", "me"))))
                .hasMessage("expected a filter of the shelf, found another one: porter(by=me)");
        assertThatThrownBy(() -> Chains.toYaml(
                        Tokenizers.words().then(TokenFilters.lowercase()).truncation(2)))
                .hasMessageStartingWith("expected a tokenizer of the shelf, found \"analyzer\"; there are [");
    }

    private static TokenFilter described(String kind, String setting, String value) {
        var stage =
                Stage.of(Description.of(kind).with(setting, value), (List<io.llmops.preprocess.token.Token> t) -> t);
        return new TokenFilter() {
            @Override
            public List<io.llmops.preprocess.token.Token> apply(List<io.llmops.preprocess.token.Token> tokens) {
                return stage.apply(tokens);
            }

            @Override
            public Optional<Description> describe() {
                return stage.describe();
            }
        };
    }

    @Test
    void errorsNameTheLineAndWhatThereIs() {
        isRefused("clean: [nfc]\ntokenize: wrods", "line 2: no tokenizer \"wrods\"; there are [character-ngrams, ");
        isRefused("tokenize: words\nfilter:\n- lowercase\n- {stpo: en}", "line 4: no filter \"stpo\"; there are [apos");
        isRefused("tokenize: words\nfilter:\n- {stop: xx}", "line 3: stop: no language 'xx' with a stopword list; ");
        isRefused("tokenize: words\nfilter: {stop: {lang: en}}", "line 2: stop: no setting \"lang\"; there are [lang");
        isRefused("tokenize: words\nfilter: porter\nfiltre: x", "line 3: no field \"filtre\"; there are [clean, tok");
        isRefused("tokenize: words\nfilter: [{porter: en}]", "line 2: porter: expected no settings, found \"en\"");
        isRefused("tokenize: words\nfilter: [snowball]", "line 2: snowball: expected the setting 'language', found []");
        isRefused("tokenize: words\nfilter: [length: x]", "line 2: length: expected a whole number for 'min', found ");
        isRefused("tokenize: words\nfilter: [{length: {min: 3, max: 2}}]", "line 2: length: expected 0 <= min <= max");
        isRefused(
                "tokenize: words\nfilter: [phonetic: x]", "line 2: phonetic: expected one of [soundex, metaphone, do");
        isRefused("tokenize: {pattern: '('}", "line 1: pattern: Unclosed group");
        isRefused("tokenize: [words]", "line 1: expected the name of a tokenizer, or its name and settings, found a l");
        isRefused("tokenize:", "line 1: no tokenizer \"\"; there are [");
        isRefused("tokenize: ~", "line 1: expected a value, found none");
        isRefused("clean: nfc", "line 1: expected the field 'tokenize', found [clean]");
        isRefused("words", "line 1: expected the fields [clean, tokenize, filter], found \"words\"");
        isRefused("", "line 1: expected YAML, found nothing");
        isRefused("tokenize: words\n---\ntokenize: words", "line 3: expected one document, found a second one");
        isRefused("tokenize: words\ntokenize: words", "line 2: expected ");
        isRefused("tokenize: [words", "line 1: expected YAML, found what is none: ");
        assertThatThrownBy(() -> Chains.parseCleaner("clean: nfc\ntokenize: words"))
                .hasMessage("line 1: expected the field 'clean' with its steps and no other, found [clean, tokenize]");
        assertThatThrownBy(() -> Chains.parseCleaner("clean: []")).isInstanceOf(LlmopsException.class);
        assertThatThrownBy(() -> Chains.parseCleaner(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nothingButTextsListsAndFieldsIsRead() {
        isRefused("tokenize: !!java.net.URL [x]", "line 1: expected no tag, found ");
        isRefused("tokenize: !x words", "line 1: expected no tag, found ");
        isRefused("a: &a words\ntokenize: *a", "line 2: expected no alias, found one of \"a\"");
        isRefused("tokenize: " + "[".repeat(40), "line 1: expected 20 levels at most, found more");
        isRefused("#".repeat(1_000_001), "line 1: expected YAML of 1000000 characters at most, found 1000001");
        isRefused("{".repeat(500_000), "line 1: ");
        var laughs = "a: &a [x,x]\n"
                + List.of("b", "c", "d").stream()
                        .map(name -> name + ": &" + name + " [*a,*a]\n")
                        .collect(Collectors.joining());
        isRefused(laughs, "line 2: expected no alias, found one of \"a\"");
    }

    private static void isRefused(String yaml, String message) {
        assertThatThrownBy(() -> Chains.parseAnalyzer(yaml))
                .isInstanceOf(LlmopsException.class)
                .hasMessageStartingWith(message)
                .message()
                .hasSizeLessThan(600);
    }

    @Test
    void areReadFromFiles() throws IOException {
        var file = folder.resolve("chain.yaml");
        Files.writeString(file, "clean: standard\ntokenize: words\nfilter: [lowercase]\n");
        assertThat(Chains.readAnalyzer(file)).hasToString("clean ▸ words ▸ lowercase");
        assertThatThrownBy(() -> Chains.readCleaner(file)).hasMessageStartingWith(file + ":1: expected the field");
        Files.writeString(file, "clean: standard\n");
        assertThat(Chains.readCleaner(file)).hasToString("clean");
        assertThatThrownBy(() -> Chains.readAnalyzer(folder.resolve("absent.yaml")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("absent.yaml");
    }
}
