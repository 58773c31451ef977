package io.llmops.samples.benchmarks;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.run.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How long whole evaluations take whose model is in the process, or is none. Timed by themselves, for JMH measures small
 * operations. Warm: of several runs the medians, after one that does not count.
 */
final class Spans {

    private static final long LATENCY = 50;
    private static final int COUNT = 2_000;
    private static final double TARGET = 500_000;

    private final int runs;
    private final Path log;
    private final List<Line> lines = new ArrayList<>();

    private Spans(int runs, Path log) {
        this.runs = runs;
        this.log = log;
    }

    static List<Line> run(boolean full) throws Exception {
        var folder = Files.createTempDirectory("spans");
        var spans = new Spans(full ? 9 : 3, folder.resolve("log.jsonl"));
        spans.withAModel();
        spans.withoutAModel(full ? 1_000_000 : 200_000);
        Files.delete(folder);
        return spans.lines;
    }

    private void withAModel() throws Exception {
        var model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                try {
                    TimeUnit.MILLISECONDS.sleep(LATENCY);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("negative"))
                        .build();
            }
        };
        for (var concurrency : new int[] {32, 256}) {
            var cases = Cases.of(COUNT);
            var ours = Span.warm(runs, () -> Cases.evaluate(cases, model, concurrency, log));
            lines.add(Line.of(
                    "a model of 50 ms in the process, " + Cases.shape(COUNT, concurrency),
                    "s",
                    Span.medianSeconds(ours),
                    "latency × cases / concurrency",
                    (double) COUNT / concurrency * LATENCY / 1e3));
        }
    }

    private void withoutAModel(int count) throws Exception {
        var cases = Cases.of(count);
        var pipeline = Pipeline.of("label", (Function<String, String>) SlowEndpoint::answer);
        for (var concurrency : new int[] {1, 32, 256}) {
            var evaluation = Evaluation.of(cases, pipeline).concurrency(concurrency);
            add("an example without a model at " + concurrency, count, Span.warm(runs, evaluation::run));
            add("… with a log at " + concurrency, count, Span.warm(runs, () -> {
                var run = evaluation.log(RunLog.at(log), String.class).run();
                Files.delete(log);
                return run;
            }));
        }
    }

    private void add(String what, int count, List<Span> spans) {
        lines.add(Line.of(what, "µs", 1e6 * Span.medianSeconds(spans) / count, "the target", 1e6 / TARGET));
    }
}
