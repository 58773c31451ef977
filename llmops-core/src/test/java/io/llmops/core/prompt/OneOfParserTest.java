package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneOfParserTest {

    private static final Stage<String, Outcome<String>> INTENT = AnswerParsers.oneOf(
            List.of("refund", "refund_status", "card lost", "C++", "C", "\u00dcberweisung"),
            Map.of("money back", "refund", "chargeback", "refund"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund",
                " Refund\n",
                "REFUND.",
                "\"refund\"",
                "'refund'.",
                "**refund**",
                "`refund`",
                "```\nrefund\n```",
                "```text\n\"Refund\"\n```",
                "[refund]",
                "\u201cRefund\u201d!",
                "The customer wants a refund, that is clear.",
                "This is a refund-request",
                "money back",
                "They want their Money  Back",
                "refund (also called chargeback)",
                "Label: refund\nReason: they ask about their refund_status",
                "I thought of card lost first. The intent is **refund**.",
                "**Answer:** `refund`",
                "Answer:\n\nrefund",
                "<think>Maybe card lost? No.</think>\nrefund",
                "It is not card lost. It is a refund.",
                "They have not received it, so they want a refund",
                "They came without a box and then sent it back for a refund",
                "**Label**: refund. I had thought of card lost.",
                "**Answer:**\n\n- refund\n\nOther candidates: card lost"
            })
    void readsTheLabel(String answer) {
        assertThat(INTENT.apply(answer)).isEqualTo(Outcome.answered("refund"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refund status", "Refund-Status", "refund_status", "I'd say: refund status", "(REFUND STATUS)"})
    void prefersTheLongerLabel(String answer) {
        assertThat(INTENT.apply(answer)).isEqualTo(Outcome.answered("refund_status"));
    }

    @Test
    void tellsLabelsOfMarksApart() {
        assertThat(INTENT.apply("It is written in C++, I think")).isEqualTo(Outcome.answered("C++"));
        assertThat(INTENT.apply("It is written in c.")).isEqualTo(Outcome.answered("C"));
        assertThat(INTENT.apply("It is written in C#")).isInstanceOf(Outcome.Abstained.class);

        var score = AnswerParsers.oneOf(List.of("-1", "0", "1", "\ud83d\udc4d"));
        assertThat(score.apply("-1")).isEqualTo(Outcome.answered("-1"));
        assertThat(score.apply("I give it -1 points")).isEqualTo(Outcome.answered("-1"));
        assertThat(score.apply("I give it 1.")).isEqualTo(Outcome.answered("1"));
        assertThat(score.apply("I give it 1 %")).isEqualTo(Outcome.answered("1"));
        assertThat(score.apply("I give it 1%")).isInstanceOf(Outcome.Abstained.class);
        assertThat(score.apply("I give it +1")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.oneOf(List.of("0", "1")).apply("I give it -1")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.oneOf(List.of("0", "1")).apply("I give it \u22121"))
                .isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.oneOf(List.of("can", "will")).apply("I can't")).isInstanceOf(Outcome.Abstained.class);
        assertThat(score.apply("I give it 1.5")).isInstanceOf(Outcome.Abstained.class);
        assertThat(score.apply("so \ud83d\udc4d!")).isEqualTo(Outcome.answered("\ud83d\udc4d"));
    }

    @Test
    void foldsCaseAndAccentsAsUnicodeDoes() {
        assertThat(INTENT.apply("es ist eine \u00dcBERWEISUNG")).isEqualTo(Outcome.answered("\u00dcberweisung"));
        assertThat(INTENT.apply("U\u0308berweisung")).isEqualTo(Outcome.answered("\u00dcberweisung"));
        assertThat(AnswerParsers.oneOf(List.of("Stra\u00dfe")).apply("die STRASSE da"))
                .isEqualTo(Outcome.answered("Stra\u00dfe"));
    }

    @Test
    void abstainsWhenSeveralAreNamed() {
        assertThat(INTENT.apply("refund or card lost"))
                .isEqualTo(Outcome.abstained("2 labels are in 'refund or card lost': 'refund', 'card lost'"));
        assertThat(INTENT.apply("Label: refund. Label: card lost.")).isInstanceOf(Outcome.Abstained.class);
        assertThat(INTENT.apply("Answer:\n- refund\n- card lost\n\nAs they said refund."))
                .isInstanceOf(Outcome.Abstained.class);
        var crossing = AnswerParsers.oneOf(List.of("card lost", "lost parcel"));
        assertThat(crossing.apply("card lost parcel")).isInstanceOf(Outcome.Abstained.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "refunds",
                "prerefund",
                "I don't know",
                "?!",
                "\ud800",
                "re\u200bfund",
                "<think>refund"
            })
    void abstainsWhenNoneIsNamed(String answer) {
        assertThat(INTENT.apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is not a refund.",
                "It isn't a refund",
                "The answer is not refund",
                "I don't think that they want a refund",
                "I am not sure the answer is refund",
                "They get it without any refund",
                "non-refund",
                "neither refund nor card lost",
                "anything rather than a refund",
                "It is a refund. It is not a refund."
            })
    void abstainsWhenTheLabelIsDenied(String answer) {
        assertThat(INTENT.apply(answer)).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void saysWhyItAbstains() {
        assertThat(INTENT.apply("I \u0007 can't\nsay"))
                .isEqualTo(Outcome.abstained("none of the 6 labels is in 'I \\u{7} can't\\nsay'"));
        assertThat(INTENT.apply("not a refund"))
                .isEqualTo(Outcome.abstained("a label is denied in 'not a refund': 'refund'"));
        assertThat(INTENT.apply(" ")).isEqualTo(Outcome.abstained("the answer is blank"));
    }

    @Test
    void keepsLabelsApartThatDifferInCaseAlone() {
        var parser = AnswerParsers.oneOf(List.of("IT", "it", "hr"));

        assertThat(parser.apply("IT")).isEqualTo(Outcome.answered("IT"));
        assertThat(parser.apply("\"it\"")).isEqualTo(Outcome.answered("it"));
        assertThat(parser.apply("It")).isInstanceOf(Outcome.Abstained.class);
        assertThat(parser.apply("I think it is IT")).isInstanceOf(Outcome.Abstained.class);
        assertThat(parser.apply("this is HR")).isEqualTo(Outcome.answered("hr"));
    }

    @Test
    void keepsNegatedLabels() {
        var spam = AnswerParsers.oneOf(List.of("spam", "not_spam"));

        assertThat(spam.apply("This is not spam.")).isEqualTo(Outcome.answered("not_spam"));
        assertThat(spam.apply("This is spam.")).isEqualTo(Outcome.answered("spam"));
        assertThat(spam.apply("This is not a spam message")).isInstanceOf(Outcome.Abstained.class);
    }

    @Test
    void refusesLabelsThatCannotBeTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.oneOf(Set.of()))
                .withMessage("expected labels, found none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.oneOf(List.of("a", " _ ")))
                .withMessage("expected a label of letters, digits or marks, found ' _ '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.oneOf(List.of("a", "b"), Map.of("x", "c")))
                .withMessage("no label 'c' for the synonym 'x'; there are 'a', 'b'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.oneOf(List.of("a", "b"), Map.of("a", "b")))
                .withMessage("expected 'a' to stand for one label, found 'a' and 'b'");
    }

    @Test
    void describesItsLabels() {
        assertThat(AnswerParsers.oneOf(List.of("b", "a"), Map.of("x", "b"))
                        .describe()
                        .orElseThrow())
                .hasToString("one-of(labels=[a, b, x=b])");
        var many = IntStream.range(0, 100).mapToObj(i -> "label " + i).toList();
        assertThat(AnswerParsers.oneOf(many).describe().orElseThrow().toString())
                .startsWith("one-of(labels=100 phrases, sha256:");
    }
}
