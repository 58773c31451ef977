package io.llmops.samples.peers;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.core.prompt.PromptTemplate;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** An evaluation of answers that are there already, by a scorer that asks a model. */
final class OurJudge {

    private static final String NAME = "borne_out";

    private final LongAdder read = new LongAdder();
    private final Scorer<String, Grounded> scorer = new BorneOut(
            Pipeline.of("prompt", PromptTemplate.parse(Grounded.PROMPT).bind())
                    .then("ask", ChatModelAdapter.of(new Yes(read)))
                    .thenMaybe("verdict", AnswerParsers.yesNo()));

    /** Returns the mean of the scores. */
    double judge(List<Grounded> answers) {
        var dataset = Dataset.of(
                "answers",
                answers.stream()
                        .map(one -> Example.of(one.id(), one.answer(), one))
                        .toList());
        var run = Evaluation.of(dataset, Pipeline.of("given", Function.<String>identity()))
                .metrics(scorer)
                .concurrency(1)
                .run();
        return ((MetricValue.Estimate) run.metric(NAME)).value();
    }

    /** Returns how many characters its model was shown. */
    long read() {
        return read.sum();
    }

    /** 1 if the model says yes, 0 if it says no. */
    private record BorneOut(Pipeline<Map<String, String>, Boolean> judge) implements Scorer<String, Grounded> {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Score score(String answer, Grounded reference) {
            var values = Map.of("query", reference.question(), "response", answer, "context", reference.passage());
            return judge.trace(values)
                    .outcome()
                    .<Score>match(
                            Score::of,
                            Score.Abstained::new,
                            (stage, reason) -> new Score.Failed(stage + ": " + reason));
        }
    }

    private record Yes(LongAdder read) implements ChatModel {

        @Override
        public ChatResponse doChat(ChatRequest request) {
            read.add(((UserMessage) request.messages().get(0)).singleText().length());
            return ChatResponse.builder().aiMessage(AiMessage.from("YES")).build();
        }
    }
}
