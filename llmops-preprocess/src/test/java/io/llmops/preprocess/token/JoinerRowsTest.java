package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.pipeline.Description;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JoinerRowsTest {

    private static final List<String> ROWS = List.of("_", "_", "\u200d", "\u202f", "\uff3f", "_\u200d");
    private static final List<String> NEIGHBOURS = List.of(
            "a",
            "1",
            " ",
            ".",
            "'",
            ":",
            ",",
            "#",
            "*",
            "©",
            "👍",
            "\ufe0f",
            "\u0301",
            "我",
            "カ",
            "ひ",
            "한",
            "ไ",
            "א",
            "\"",
            "-",
            "$",
            "+",
            "\n",
            "🇩🇪",
            "\u00ad",
            "\ud800",
            "\u20e3",
            "@",
            "/",
            "word",
            "x".repeat(200),
            "3.5",
            "");

    @Test
    void blankedTextsGiveTheTokensOfTheStandardTokenizer() {
        var plain = new LuceneTokenizer("plain", Description.of("plain"), StandardTokenizer::new, LoneEnd::blanked);
        for (var seed = 0L; seed < 5_000; seed++) {
            var text = text(new Random(seed));
            assertThat(Tokenizers.words().apply(text)).as("seed %d", seed).isEqualTo(plain.apply(text));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            for (var j = random.nextInt(4); j > 0; j--) {
                text.append(NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size())));
            }
            var length = random.nextBoolean() ? random.nextInt(40) : 230 + random.nextInt(320);
            text.append(ROWS.get(random.nextInt(ROWS.size())).repeat(length));
        }
        return text.append(NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()))).toString();
    }

    @Test
    void aRowInNoWordIsBlank() {
        assertThat(JoinerRows.blanked("a " + "_".repeat(40) + ".")).isEqualTo("a " + " ".repeat(40) + ".");
        assertThat(JoinerRows.blanked("a" + "_".repeat(300) + "."))
                .isEqualTo("a" + "_".repeat(255) + " ".repeat(45) + ".");
        assertThat(JoinerRows.blanked("a___b ___ _______________")).isEqualTo("a___b ___ _______________");
        assertThat(JoinerRows.blanked("")).isEmpty();
    }

    /** It took two seconds; ten times the length makes the difference plain on a slow machine too. */
    @Test
    void aMillionUnderscoresAreReadOnce() {
        var row = "_".repeat(10_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Tokenizers.words().apply(row)).isEmpty());
    }

    @Test
    void halfACharacterAtTheEndLosesNoWord() {
        for (var tokenizer : List.of(Tokenizers.words(), Tokenizers.wordsAndLinks())) {
            assertThat(tokenizer.apply("one two\ud800")).extracting(Token::text).containsExactly("one", "two");
        }
    }
}
