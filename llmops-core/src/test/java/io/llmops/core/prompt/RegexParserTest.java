package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.llmops.core.pipeline.Outcome;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RegexParserTest {

    private static final Pattern SCORE = Pattern.compile("score=(\\d+)(!)?");

    @Test
    void readsTheGroup() {
        assertThat(AnswerParsers.regex(SCORE, 1).apply("so score=12.")).isEqualTo(Outcome.answered("12"));
        assertThat(AnswerParsers.regex(SCORE, 0).apply("so score=12.")).isEqualTo(Outcome.answered("score=12"));
        assertThat(AnswerParsers.regex(SCORE, 1).apply("score=12, yes score=12"))
                .isEqualTo(Outcome.answered("12"));
    }

    @Test
    void abstainsWhenItFindsNothingOrSeveral() {
        assertThat(AnswerParsers.regex(SCORE, 1).apply("score=x"))
                .isEqualTo(Outcome.abstained("the pattern finds nothing in 'score=x'"));
        assertThat(AnswerParsers.regex(SCORE, 2).apply("score=1")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.regex(SCORE, 1).apply("score=1 score=2"))
                .isEqualTo(Outcome.abstained("the pattern finds more than one value in 'score=1 score=2': '1', '2'"));
    }

    @Test
    void stopsAPatternThatBacktracksWithoutEnd() {
        var catastrophe = AnswerParsers.regex(Pattern.compile("(a+)+b|x"), 0);

        var outcome = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> catastrophe.apply("a".repeat(5_000) + "c"));
        assertThat(outcome.toString()).contains("the pattern takes too many steps on 'aaa");
    }

    @Test
    void abstainsWhenThePatternGoesTooDeep() {
        var deep = AnswerParsers.regex(Pattern.compile("(?:a|b)*c"), 0);

        assertThat(deep.apply("ab".repeat(40_000))).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void abstainsFromALongAnswer() {
        assertThat(AnswerParsers.regex(SCORE, 1).apply("score=1" + " ".repeat(99_999) + "."))
                .isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void refusesAGroupThePatternDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.regex(SCORE, 3))
                .withMessage("expected a group from 0 to 2 of the pattern score=(\\d+)(!)?, found 3");
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerParsers.regex(SCORE, -1));
    }

    @Test
    void describesPatternFlagsAndGroup() {
        assertThat(AnswerParsers.regex(Pattern.compile("(x)", Pattern.CASE_INSENSITIVE), 1)
                        .describe()
                        .orElseThrow())
                .hasToString("regex(flags=2, group=1, pattern=(x))");
    }
}
