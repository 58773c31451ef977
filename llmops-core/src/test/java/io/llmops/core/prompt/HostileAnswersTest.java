package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every parser keeps, whatever a model writes. */
class HostileAnswersTest {

    private static final int LONGEST = 1_000_000;

    /** So long that a reader whose time grows with the square of the length would not end in time. */
    private static final int LONG = 100_000;

    static Stream<Stage<String, ? extends Outcome<?>>> parsers() {
        return Stream.of(
                AnswerParsers.oneOf(List.of("a", "a a", "a a a b", "(", "not", "1"), Map.of("answer", "a")),
                AnswerParsers.severalOf(List.of("a", "a a", "a a a b", "(", "1"), "none"),
                AnswerParsers.number(),
                AnswerParsers.lastNumber(),
                AnswerParsers.yesNo(),
                AnswerParsers.choice(10),
                AnswerParsers.regex(Pattern.compile("(a|b)+x"), 1),
                AnswerParsers.jsonText("a"));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void takesTimeThatGrowsWithTheLength(Stage<String, ? extends Outcome<?>> parser) {
        var pieces = List.of(
                "a",
                "a ",
                "a a a ",
                "answer: ",
                "answer is ",
                "answer*",
                "not a ",
                "(",
                "( a ",
                "\"",
                "**",
                "```\n",
                "{",
                "{}",
                "{\"a\":",
                "1",
                "1,",
                "1,234,",
                "1.",
                "-1 ",
                "1-",
                "1e",
                "1a",
                "\n",
                "\n\n",
                "A) ",
                "(B) ",
                "yes no ",
                "no\n",
                "'a'",
                "a+",
                "a#",
                "\u0301\u0316",
                "\ud800",
                "\ud83d\udc4d",
                "<think>",
                "\u00a0123",
                ".",
                "_a",
                "a-");
        for (var piece : pieces) {
            var answer = piece.repeat(LONG / piece.length());
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> parser.apply(answer), () -> "repeated: " + piece);
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void neverThrows(Stage<String, ? extends Outcome<?>> parser) {
        var seed = 17L;
        var random = new Random(seed);
        var alphabet = List.of(
                "a",
                "b",
                " ",
                "\n",
                "answer",
                ":",
                "is",
                "not",
                "A",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "\"",
                "'",
                "*",
                "`",
                "```",
                "1",
                "2",
                ",",
                ".",
                "-",
                "%",
                "$",
                "e",
                "\\",
                "/",
                "yes",
                "no",
                "none",
                "\u0301",
                "\ud800",
                "\udc00",
                "\ud83d\udc4d",
                "\u0000",
                "\u00a0",
                "\u2212",
                "<think>",
                "</think>",
                "\uFEFF",
                "\u0130");
        for (var round = 0; round < 3_000; round++) {
            var answer = new StringBuilder();
            var length = random.nextInt(14);
            for (var i = 0; i < length; i++) {
                answer.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            var outcome = parser.apply(answer.toString());
            assertThat(outcome).as("seed %d, round %d, %s", seed, round, answer).isNotInstanceOf(Outcome.Failed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void quotesLittleOfTheAnswerAndNoControls(Stage<String, ? extends Outcome<?>> parser) {
        var reason = parser.apply("\u0007\u202e\n\ud800 ~ ".repeat(1000)).toString();

        assertThat(reason)
                .startsWith("Abstained")
                .hasSizeLessThan(400)
                .doesNotContain("\u0007", "\n", "\u202e", "\ud800");
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void doesNotReadWhatIsTooLongOrAbsent(Stage<String, ? extends Outcome<?>> parser) {
        assertThat(parser.apply("a".repeat(LONGEST + 1)).toString())
                .contains("the answer has 1000001 characters, more than 1000000");
        assertThat(parser.apply("")).isEqualTo(Outcome.abstained("the answer is blank"));
        assertThat(parser.apply("<think> a").toString()).contains("the answer ends before the thinking does");
        assertThatNullPointerException().isThrownBy(() -> parser.apply(null)).withMessage("answer");
    }

    @Test
    void shortensAndEscapesQuotedText() {
        assertThat(Excerpt.of("a\tb\r\n\u200b\ud800'")).isEqualTo("'a\\tb\\r\\n\\u{200b}\\u{d800}''");
        assertThat(Excerpt.of("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
        assertThat(Excerpt.of("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "\u2026'");
        assertThat(Excerpt.of("")).isEqualTo("''");
    }
}
