package io.llmops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final List<Outcome<String>> ALL =
            List.of(Outcome.answered("card"), Outcome.abstained("two labels fit"), Outcome.failed("ask", "timed out"));

    @Test
    void matchCallsTheOneFunctionThatFits() {
        assertThat(ALL)
                .extracting(outcome -> outcome.<String>match(
                        value -> "answered " + value,
                        reason -> "abstained " + reason,
                        (stage, reason) -> "failed " + stage + " " + reason))
                .containsExactly("answered card", "abstained two labels fit", "failed ask timed out");
    }

    @Test
    void mapChangesOnlyAnAnswer() {
        assertThat(ALL)
                .extracting(outcome -> outcome.map(String::length))
                .containsExactly(
                        Outcome.answered(4), Outcome.abstained("two labels fit"), Outcome.failed("ask", "timed out"));
    }

    @Test
    void flatMapMayTurnAnAnswerIntoAnAbstention() {
        assertThat(ALL)
                .extracting(outcome -> outcome.<Integer>flatMap(value -> Outcome.abstained("no number")))
                .containsExactly(
                        Outcome.abstained("no number"),
                        Outcome.abstained("two labels fit"),
                        Outcome.failed("ask", "timed out"));
    }

    @Test
    void onlyAnAnswerHasAnAnswer() {
        assertThat(ALL.get(0).answer()).contains("card");
        assertThat(ALL.get(1).answer()).isEmpty();
        assertThat(ALL.get(2).answer()).isEmpty();
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Outcome.answered(null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> Outcome.abstained(null))
                .withMessage("reason");
        assertThatNullPointerException()
                .isThrownBy(() -> Outcome.failed(null, ""))
                .withMessage("stage");
        assertThatNullPointerException().isThrownBy(() -> ALL.get(0).map(value -> null));
    }
}
