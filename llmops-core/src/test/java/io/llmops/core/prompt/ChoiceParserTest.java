package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceParserTest {

    private static final Stage<String, Outcome<String>> CHOICE = AnswerParsers.choice(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B",
                "b",
                "(B)",
                "(b)",
                "B.",
                "B)",
                "[B]",
                "**B**",
                "`B`",
                "\"B\"",
                "(B).",
                "B. Paris",
                "B) Paris",
                "B: Paris",
                "(B) Paris",
                "Answer: B",
                "answer: (b)",
                "The answer is B.",
                "So the answer is (B).",
                "The correct answer is **B**",
                "The answer is option B because the others are wrong",
                "**Answer:** (B) Paris",
                "Answer:\nB",
                "Option B",
                "I choose option B.",
                "B is correct.",
                "Clearly B is the right one",
                "The capital is Paris (B).",
                "The answer is (B), since (A) and (C) are wrong.",
                "Final answer: B",
                "**Answer:**\n\nB",
                "**Answer**: B",
                "<think>(A)? (C)?</think>(B)"
            })
    void readsTheLetter(String answer) {
        assertThat(CHOICE.apply(answer)).isEqualTo(Outcome.answered("B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "(A)",
                "A.",
                "Answer: A",
                "The answer is A.",
                "A) dog",
                "A is correct",
                "The answer is A because it barks"
            })
    void readsTheLetterA(String answer) {
        assertThat(CHOICE.apply(answer)).isEqualTo(Outcome.answered("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A dog barks.",
                "This is a dog",
                "Answer: A dog",
                "The answer is a dog",
                "I think so",
                "Vitamin C helps",
                "plan b",
                "",
                "none",
                "The answer is not (B)",
                "I don't think the answer is (B)",
                "It isn't option B",
                "(A dog)",
                "\ud800",
                "F#",
                "C++"
            })
    void findsNoLetterInWords(String answer) {
        assertThat(CHOICE.apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(A) or (B)",
                "Answer: A or B",
                "Answer: B/C",
                "The answer is (A), (B)",
                "A. cat\nB. dog",
                "Answer: A. Answer: B.",
                "The answer is A and B"
            })
    void abstainsWhenThereAreSeveral(String answer) {
        assertThat(CHOICE.apply(answer).toString()).contains("more than one choice is in");
    }

    @Test
    void abstainsBehindTheLastChoice() {
        assertThat(CHOICE.apply("(F)")).isEqualTo(Outcome.abstained("choice F is not one from A to E in '(F)'"));
        assertThat(AnswerParsers.choice(6).apply("(F)")).isEqualTo(Outcome.answered("F"));
        assertThat(CHOICE.apply("hm")).isEqualTo(Outcome.abstained("no choice from A to E is in 'hm'"));
    }

    @Test
    void refusesTooFewOrTooManyChoices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.choice(1))
                .withMessage("expected from 2 to 26 choices, found 1");
        assertThat(AnswerParsers.choice(26).apply("z")).isEqualTo(Outcome.answered("Z"));
        assertThat(AnswerParsers.choice(2).apply("c")).isInstanceOf(Outcome.Abstained.class);
        assertThatIllegalArgumentException().isThrownBy(() -> AnswerParsers.choice(27));
    }
}
