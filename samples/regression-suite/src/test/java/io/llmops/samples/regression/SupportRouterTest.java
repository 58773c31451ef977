package io.llmops.samples.regression;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.llmops.core.dataset.Split;
import io.llmops.core.dataset.Splits;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.gate.Decision;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.junit.Evaluations;
import io.llmops.eval.junit.LlmopsExtension;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.samples.supportdesk.SupportDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** Is the support desk's router still good enough? A regression suite as an application would have it. */
@ExtendWith(LlmopsExtension.class)
class SupportRouterTest {

    private static final Gate GOOD_ENOUGH = Gate.atLeast("f1/macro", 0.35)
            .and(Gate.atLeast("accuracy", 0.35))
            .and(Gate.atLeast("recall/double_charge", 0.25))
            .and(Gate.atMost("share/abstained", 0.05));

    private static Split<String, String> data;

    @BeforeAll
    static void loadTheMessages() {
        data = Splits.stratified(SupportDesk.tickets(), 0.4, 42);
    }

    @Test
    void theRouterIsGoodEnough(Evaluations evaluations) {
        var run = evaluate(evaluations, SupportDesk.lexicalRouter(data.train(), SupportDesk.terms()));

        evaluations.assertThat(run).passes(GOOD_ENOUGH);
    }

    /** What a failure looks like: the router below sees only the first four characters of a message. */
    @Test
    void aBrokenRouterFailsWithTheNumbersAndTheExamples(Evaluations evaluations) {
        var router = SupportDesk.lexicalRouter(data.train(), SupportDesk.terms());
        var broken = Pipeline.of("cut", (String text) -> text.substring(0, Math.min(4, text.length())))
                .then("route", router);
        var run = evaluate(evaluations, broken);
        var assertThatRun = evaluations.assertThat(run);

        assertEquals(Decision.FAIL, GOOD_ENOUGH.check(run).decision());
        var message = assertThrows(AssertionFailedError.class, () -> assertThatRun.passes(GOOD_ENOUGH))
                .getMessage();

        var wrong = run.observations().stream()
                .filter(observation ->
                        !observation.isRight() && observation.outcome().answer().isPresent())
                .findFirst()
                .orElseThrow();
        assertAll(
                () -> assertTrue(message.startsWith("FAIL"), message),
                () -> assertTrue(message.contains("f1/macro at least 0.35"), message),
                () -> assertTrue(message.matches("(?s).*\\d\\.\\d+ \\[\\d\\.\\d+, \\d\\.\\d+].*"), message),
                () -> assertTrue(message.contains("n 244"), message),
                () -> assertTrue(message.contains(wrong.id()), message),
                () -> assertTrue(message.contains("reference  " + wrong.reference()), message),
                () -> assertTrue(
                        message.contains(
                                "answer     " + wrong.outcome().answer().orElseThrow()),
                        message));
    }

    private static EvaluationRun<String, String, String> evaluate(
            Evaluations evaluations, Pipeline<String, String> router) {
        return evaluations.run(Evaluation.of(data.test(), router)
                .metrics(Classification.report())
                .seed(42));
    }
}
