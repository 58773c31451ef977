package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralOfParserTest {

    private static final Stage<String, Outcome<Set<String>>> FEELINGS =
            AnswerParsers.severalOf(List.of("joy", "anger", "mild anger", "fear"), "none");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joy, fear",
                "Joy and fear.",
                "[\"joy\", \"fear\"]",
                "```json\n[\"joy\", \"fear\"]\n```",
                "- joy\n- fear",
                "1. joy\n2. fear",
                "The message shows joy; there is some fear as well",
                "Labels: joy, fear",
                "joy|fear",
                "**joy**, fear, JOY"
            })
    void readsAllLabels(String answer) {
        assertThat(FEELINGS.apply(answer)).isEqualTo(Outcome.answered(Set.of("joy", "fear")));
    }

    @Test
    void keepsTheOrderOfTheAnswer() {
        assertThat(FEELINGS.apply("fear, mild anger, joy").answer().orElseThrow())
                .containsExactly("fear", "mild anger", "joy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None.", "None of them applies", "Labels: none"})
    void readsNone(String answer) {
        assertThat(FEELINGS.apply(answer)).isEqualTo(Outcome.answered(Set.of()));
    }

    @Test
    void abstainsInsteadOfLeavingOutWhatItDoesNotKnow() {
        assertThat(FEELINGS.apply("joy, boredom"))
                .isEqualTo(Outcome.abstained("'boredom' is none of the 5 labels in 'joy, boredom'"));
        assertThat(FEELINGS.apply("[\"boredom\", \"joy\"]")).isInstanceOf(Outcome.Abstained.class);
        assertThat(FEELINGS.apply("joy, anger and boredom"))
                .isEqualTo(Outcome.answered(Set.of("joy", "anger"))); // prose within an item is not judged
    }

    @Test
    void abstainsWhenItIsNotSaidOutright() {
        assertThat(FEELINGS.apply("joy, none")).isEqualTo(Outcome.abstained("labels and 'none' are in 'joy, none'"));
        assertThat(FEELINGS.apply("joy but not fear"))
                .isEqualTo(Outcome.abstained("a label is denied in 'joy but not fear': 'fear'"));
        assertThat(FEELINGS.apply("hm")).isEqualTo(Outcome.abstained("none of the 5 labels is in 'hm'"));
        assertThat(AnswerParsers.severalOf(List.of("joy")).apply("none")).isInstanceOf(Outcome.Abstained.class);
        assertThat(AnswerParsers.severalOf(List.of("IT", "it")).apply("it, hr"))
                .isEqualTo(Outcome.abstained("which of 'IT', 'it' is meant is open in 'it, hr'"));
    }

    @Test
    void readsLabelsWithCommasInThem() {
        var parser = AnswerParsers.severalOf(List.of("refund, partial", "refund, full"));

        assertThat(parser.apply("refund, full, refund, partial"))
                .isEqualTo(Outcome.answered(Set.of("refund, partial", "refund, full")));
    }

    @Test
    void refusesAWordForNoneThatIsALabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerParsers.severalOf(List.of("none", "joy"), "none"))
                .withMessage("expected a word for none that is no label, found 'none'");
    }
}
