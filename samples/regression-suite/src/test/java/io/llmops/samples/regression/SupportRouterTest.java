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
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.samples.supportdesk.SupportDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Is the support desk's router still good enough? A regression suite as an application would have it. */
class SupportRouterTest {

    private static final Gate GOOD_ENOUGH = Gate.atLeast("f1/macro", 0.35)
            .and(Gate.atLeast("accuracy", 0.35))
            .and(Gate.atLeast("recall/double_charge", 0.30))
            .and(Gate.atMost("share/abstained", 0.05));

    private static Split<String, String> data;

    @BeforeAll
    static void loadTheMessages() {
        data = Splits.stratified(SupportDesk.tickets(), 0.4, 42);
    }

    @Test
    void theRouterIsGoodEnough() {
        assertPasses(GOOD_ENOUGH, evaluate(SupportDesk.lexicalRouter(data.train(), SupportDesk.terms())));
    }

    /** What a failure looks like: the router below sees only the first four characters of a message. */
    @Test
    void aBrokenRouterFailsWithTheNumbersAndTheExamples() {
        var router = SupportDesk.lexicalRouter(data.train(), SupportDesk.terms());
        var broken = Pipeline.of("cut", (String text) -> text.substring(0, Math.min(4, text.length())))
                .then("route", router);
        var run = evaluate(broken);

        assertEquals(Decision.FAIL, GOOD_ENOUGH.check(run).decision());
        var message = assertThrows(AssertionFailedError.class, () -> assertPasses(GOOD_ENOUGH, run))
                .getMessage();

        var wrong = run.observations().stream()
                .filter(observation ->
                        !observation.isRight() && observation.outcome().answer().isPresent())
                .findFirst()
                .orElseThrow();
        assertAll(
                () -> assertTrue(message.contains("FAIL"), message),
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

    private static EvaluationRun<String, String, String> evaluate(Pipeline<String, String> router) {
        return Evaluation.of(data.test(), router)
                .metrics(Classification.report())
                .seed(42)
                .run();
    }

    private static void assertPasses(Gate gate, EvaluationRun<String, String, String> run) {
        var verdict = gate.check(run);
        assertTrue(verdict.passed(), () -> Reports.text(verdict, run, 5));
    }
}
