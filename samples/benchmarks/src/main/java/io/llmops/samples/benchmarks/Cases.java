package io.llmops.samples.benchmarks;

import dev.langchain4j.model.chat.ChatModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** Short texts whose answer an endpoint or a function knows, and their evaluation with a log and one metric. */
final class Cases {

    private Cases() {}

    static Dataset<String, String> of(int count) {
        return Dataset.of(
                "cases",
                IntStream.range(0, count)
                        .mapToObj(i -> Example.of("c" + i, text(i), SlowEndpoint.answer(text(i))))
                        .toList());
    }

    static String text(int i) {
        return "Case " + i + ": the delivery was " + (i % 3 == 0 ? "good" : "late") + ".";
    }

    /** Evaluates a model, with a log that is deleted afterwards. */
    static EvaluationRun<String, String, String> evaluate(
            Dataset<String, String> cases, ChatModel model, int concurrency, Path log) throws IOException {
        var run = Evaluation.of(
                        cases, Pipeline.of("ask", ChatModelAdapter.of(model).forText()))
                .metrics(Scorers.exactMatch())
                .log(RunLog.at(log), String.class)
                .concurrency(concurrency)
                .run();
        Files.delete(log);
        return run;
    }

    static String shape(int count, int concurrency) {
        return String.format(Locale.ROOT, "%,d at %d", count, concurrency);
    }
}
