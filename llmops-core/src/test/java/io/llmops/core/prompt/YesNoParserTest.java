package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.llmops.core.pipeline.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes.",
                "**YES**",
                "Yes, it is plausible.",
                "true",
                "Correct!",
                "Yes, that is not false.",
                "Answer: yes",
                "The correct answer is yes",
                "Is it? Yes",
                "<think>no?</think> yes",
                "Yeah"
            })
    void readsAYes(String answer) {
        assertThat(AnswerParsers.yesNo().apply(answer)).isEqualTo(Outcome.answered(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No.",
                "`no`",
                "No, it isn't.",
                "false",
                "That is false",
                "No, that is not true.",
                "The answer is: **No**",
                "Yes or no? Answer: no"
            })
    void readsANo(String answer) {
        assertThat(AnswerParsers.yesNo().apply(answer)).isEqualTo(Outcome.answered(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not yes",
                "I can't say yes",
                "yes and no",
                "Yes. No.",
                "maybe",
                "There is no doubt about that",
                "No idea",
                "it is not correct",
                "yesterday",
                "noted",
                "It is not true. Yes.",
                "\ud800",
                "I don't know",
                "I'm not sure the answer is yes"
            })
    void abstainsWhereNeitherIsSaid(String answer) {
        assertThat(AnswerParsers.yesNo().apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void saysWhyItAbstains() {
        assertThat(AnswerParsers.yesNo().apply("hm")).isEqualTo(Outcome.abstained("neither yes nor no is in 'hm'"));
        assertThat(AnswerParsers.yesNo().apply("not yes"))
                .isEqualTo(Outcome.abstained("yes or no is denied in 'not yes'"));
        assertThat(AnswerParsers.yesNo().apply("yes, no"))
                .isEqualTo(Outcome.abstained("signs of both yes and no are in 'yes, no'"));
    }

    @Test
    void takesOtherWords() {
        var german = AnswerParsers.yesNo(List.of("ja"), List.of("nein"));

        assertThat(german.apply("Ja, sicher")).isEqualTo(Outcome.answered(true));
        assertThat(german.apply("Nein!")).isEqualTo(Outcome.answered(false));
        assertThat(german.apply("true")).isInstanceOf(Outcome.Abstained.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.yesNo(List.of("ok"), List.of("ok")))
                .withMessage("expected 'ok' to mean yes or no, found it under both");
    }
}
