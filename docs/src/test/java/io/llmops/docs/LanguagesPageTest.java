package io.llmops.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.preprocess.Analyzers;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.TokenFilters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of languages says what the shelves have; {@code -Dllmops.languages.write=true} writes it anew. */
class LanguagesPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("llmops.root", "..")).resolve("docs/languages.md");
    private static final String HEAD = """
            # Languages

            What is there for each language, by its ISO 639-1 code (`ckb` is Sorani, `pt-BR` Brazilian Portuguese). Words, sentences and
            graphemes by Unicode's rules work in every language; Chinese, Japanese, Thai, Lao, Khmer and Myanmar are cut into words by
            `Tokenizers.dictionaryWords()`. Tags, lemmas and learned words and sentences are there for every language whose OpenNLP models
            (`opennlp-models-pos-…`, `-lemmatizer-…`, `-tokenizer-…`, `-sentdetect-…`, 1.3.0) are on the class path; English and German are
            [measured](guides/prepare-text.md#how-good).

            | code | language | stopwords | Snowball | other stemmers | sentences know abbreviations | customary chain |
            |---|---|---:|---|---|---|---|
            """;

    @Test
    void saysWhatTheShelvesHave() throws IOException {
        var codes = new TreeSet<>(Analyzers.languages());
        codes.addAll(TokenFilters.snowballLanguages());
        codes.removeIf(code -> code.equals("porter") || code.equals("lovins"));
        var page = HEAD + codes.stream().map(LanguagesPageTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("llmops.languages.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(page);
    }

    private static String row(String code) {
        var stopwords = Stopwords.languages().contains(code)
                ? String.valueOf(Stopwords.of(code).words().size())
                : "";
        var others = new TreeSet<String>();
        addIfThere(others, "own", code, TokenFilters::stem);
        addIfThere(others, "light", code, TokenFilters::lightStem);
        addIfThere(others, "minimal", code, TokenFilters::minimalStem);
        var abbreviations = new TreeSet<String>();
        addIfThere(abbreviations, "yes", code, Segmenters::sentences);
        var chain = Analyzers.languages().contains(code) ? "`" + Analyzers.forLanguage(code) + "`" : "";
        return "| " + code + " | " + Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH) + " | " + stopwords
                + " | "
                + (TokenFilters.snowballLanguages().contains(code) ? "yes" : "") + " | " + String.join(", ", others)
                + " | " + String.join("", abbreviations) + " | " + chain + " |\n";
    }

    private static void addIfThere(Set<String> found, String what, String code, Consumer<String> shelf) {
        try {
            shelf.accept(code);
            found.add(what);
        } catch (IllegalArgumentException notThere) {
            // the shelf names those it has; this language is not one of them
        }
    }
}
