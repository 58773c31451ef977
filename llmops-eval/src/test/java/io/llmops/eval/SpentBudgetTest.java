package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.model.resilience.Budget;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpentBudgetTest {

    private static final int EXAMPLES = 100;
    private static final Dataset<String, String> NUMBERS = Dataset.of(
            "numbers",
            IntStream.range(0, EXAMPLES)
                    .mapToObj(i -> Example.of("n" + i, "number " + i, "yes"))
                    .toList());

    @TempDir
    private Path folder;

    private final AtomicInteger calls = new AtomicInteger();

    private ChatModel model() {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                calls.incrementAndGet();
                return ChatResponse.builder().aiMessage(AiMessage.from("yes")).build();
            }
        };
    }

    private Pipeline<String, String> asking(Budget budget) {
        return Pipeline.of(
                "ask",
                ChatModelAdapter.of(budget.around(model()))
                        .with("model", "small-1")
                        .forText());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void stopsTheRunInOrderAndALargerOneDoesTheRest(int concurrency) throws IOException {
        var log = RunLog.at(folder.resolve("log.jsonl"));
        var spent = Budget.unlimited().calls(30);

        assertThatThrownBy(() -> Evaluation.of(NUMBERS, asking(spent))
                        .log(log, String.class)
                        .concurrency(concurrency)
                        .run())
                .isInstanceOfSatisfying(
                        EvaluationStoppedException.class,
                        stopped -> assertThat(stopped.finished()).isEqualTo(30))
                .hasMessage(
                        "stopped after 30 observations: the call was not made: expected at most 30 calls, found up to"
                                + " 31 with this call and those under way");
        assertThat(calls).hasValue(30);
        assertThat(Files.readAllLines(log.file()))
                .as("a header and what was answered")
                .hasSize(31);

        var larger = Budget.unlimited().calls(70);
        var run = Evaluation.of(NUMBERS, asking(larger)).log(log, String.class).run();

        assertThat(calls).hasValue(EXAMPLES);
        assertThat(run.observations())
                .hasSize(EXAMPLES)
                .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.answered("yes")));
    }

    @Test
    void doesNotStopARunThatCatchesIt() {
        var spent = asking(Budget.unlimited().calls(0));
        var lenient =
                Pipeline.of("ask", (String text) -> spent.run(text).answer().orElse("nobody knows"));

        assertThat(Evaluation.of(NUMBERS, lenient).run().observations())
                .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.answered("nobody knows")));
    }

    /** A scorer that asks a model costs money too. */
    private record Judge(ChatModel model) implements Scorer<String, String> {

        @Override
        public String name() {
            return "judge";
        }

        @Override
        public Score score(String answer, String reference) {
            return Score.of(model.chat(answer + "?").equals(reference) ? 1 : 0);
        }
    }

    @Test
    void keepsTheAnswerThatTheJudgeCouldNoLongerBeAskedAbout() {
        var log = RunLog.at(folder.resolve("log.jsonl"));
        var judge = new Judge(Budget.unlimited().calls(10).around(model()));
        var evaluation = Evaluation.of(NUMBERS, asking(Budget.unlimited()))
                .log(log, String.class)
                .concurrency(1);

        assertThatThrownBy(() -> evaluation.metrics(judge).run()).isInstanceOf(EvaluationStoppedException.class);
        assertThat(calls).as("eleven answers and ten judgements").hasValue(21);

        var run = evaluation.metrics(new Judge(model())).run();
        assertThat(calls).hasValue(2 * EXAMPLES);
        assertThat(run.observations())
                .allSatisfy(one -> assertThat(one.scores()).containsEntry("judge", Score.of(1)));
    }
}
