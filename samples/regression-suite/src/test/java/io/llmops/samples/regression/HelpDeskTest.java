package io.llmops.samples.regression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.model.chat.ChatModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Example;
import io.llmops.eval.Evaluation;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.junit.Evaluations;
import io.llmops.eval.junit.ExampleSource;
import io.llmops.eval.junit.LlmopsExtension;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * May this change of the help desk ship? The model's answers are replayed from the cassette beside this test; a changed
 * prompt finds none there, and is recorded with {@code -Dllmops.cassette=record} and a model in {@link #model}. The messages
 * were written for this project, and so were the recorded answers, errors included: it asks no model.
 */
@ExtendWith(LlmopsExtension.class)
class HelpDeskTest {

    private static final Gate GOOD_ENOUGH = Gate.atLeast("accuracy", 0.70)
            .and(Gate.atLeast("f1/macro", 0.70))
            .and(Gate.atMost("share/abstained", 0.15))
            .and(Gate.atMost("share/failed", 0.10));

    private static final Dataset<String, String> MESSAGES = Datasets.jsonl("classpath:help-desk.jsonl")
            .withId("id")
            .withTags("channel")
            .labels("text", "intent");

    /** Your client, with the provider's own retries at 0; this project has none to ask. */
    private static ChatModel model() {
        return new ChatModel() {};
    }

    private static EvaluationRun<String, String, String> run(Evaluations evaluations) {
        var model = evaluations.cassette("help-desk").around(model());
        return evaluations.run(Evaluation.of(evaluations.subset(MESSAGES), HelpDesk.router(model))
                .metrics(Classification.report())
                .slices("channel")
                .named("help desk")
                .seed(42));
    }

    @Test
    void theHelpDeskIsGoodEnough(Evaluations evaluations) {
        evaluations.assertThat(run(evaluations)).passes(GOOD_ENOUGH);
    }

    @Test
    void theHelpDeskIsNoWorseThanWhatIsInProduction(Evaluations evaluations) {
        evaluations.assertThat(run(evaluations)).doesNotRegress();
    }

    @ParameterizedTest
    @ExampleSource(
            value = "classpath:help-desk.jsonl",
            id = "id",
            input = "text",
            reference = "intent",
            tags = "channel")
    void everyMessageIsAskedAboutWithAllIntents(Example<String, String> message) {
        var asked =
                HelpDesk.prompt().bind("text").apply(message.input()).messages().toString();

        assertTrue(HelpDesk.INTENTS.contains(message.reference()), message.reference());
        assertTrue(HelpDesk.INTENTS.stream().allMatch(asked::contains), asked);
        assertTrue(asked.contains(message.input()), asked);
    }
}
