package io.llmops.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How long whole evaluations take, each beside what bounds it: the latency of the model, or a plain thread pool that asks
 * the same client the same questions. Timed by themselves, for JMH measures small operations. Warm: of several runs the
 * medians, after one that does not count.
 */
final class Spans {

    private static final long LATENCY = 50;
    private static final double NANOS = 1e9;
    private static final double TARGET = 500_000;

    private final int runs;
    private final Path log;
    private final List<Line> lines = new ArrayList<>();

    private Spans(int runs, Path log) {
        this.runs = runs;
        this.log = log;
    }

    /** A measured run: seconds on the clock and of the processors. */
    private record Span(double seconds, double cpu) {}

    static List<Line> run(boolean full) throws Exception {
        var folder = Files.createTempDirectory("spans");
        var spans = new Spans(full ? 9 : 3, folder.resolve("log.jsonl"));
        spans.againstAModelInTheProcess();
        spans.againstAClient();
        spans.withoutAModel(full ? 1_000_000 : 200_000);
        Files.delete(folder);
        return spans.lines;
    }

    private static Dataset<String, String> cases(int count) {
        return Dataset.of(
                "cases",
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            var text = "Case " + i + ": the delivery was " + (i % 3 == 0 ? "good" : "late") + ".";
                            return Example.of("c" + i, text, SlowEndpoint.answer(text));
                        })
                        .toList());
    }

    private void againstAModelInTheProcess() throws Exception {
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
            var count = 2_000;
            var ours = median(() -> evaluate(cases(count), model, concurrency));
            var ideal = Math.ceil((double) count / concurrency) * LATENCY / 1e3;
            lines.add(Line.of(
                    "a model of 50 ms in the process, " + shape(count, concurrency),
                    "s",
                    ours.seconds(),
                    "latency × cases / concurrency",
                    ideal));
        }
    }

    private void againstAClient() throws Exception {
        try (var endpoint = new SlowEndpoint(LATENCY)) {
            ChatModel model = OpenAiChatModel.builder()
                    .baseUrl(endpoint.url())
                    .apiKey("none")
                    .modelName("mock-1")
                    .maxRetries(0)
                    .build();
            for (var shape :
                    List.of(new int[] {200, 8}, new int[] {200, 32}, new int[] {2_000, 32}, new int[] {2_000, 256})) {
                var cases = cases(shape[0]);
                // in turn, so that neither profits from a warmer machine
                var ours = new ArrayList<Span>();
                var bare = new ArrayList<Span>();
                for (var run = 0; run <= runs; run++) {
                    bare.add(time(() -> bare(cases, model, shape[1])));
                    ours.add(time(() -> evaluate(cases, model, shape[1])));
                }
                compare(shape(shape[0], shape[1]), median(ours), median(bare), shape[0]);
            }
        }
    }

    private void withoutAModel(int count) throws Exception {
        var cases = cases(count);
        var pipeline = Pipeline.of("label", (Function<String, String>) SlowEndpoint::answer);
        for (var concurrency : new int[] {1, 32, 256}) {
            var evaluation = Evaluation.of(cases, pipeline).concurrency(concurrency);
            var plain = median(evaluation::run);
            var logged = median(() -> {
                var run = evaluation.log(RunLog.at(log), String.class).run();
                Files.delete(log);
                return run;
            });
            lines.add(Line.of(
                    "an example without a model at " + concurrency,
                    "µs",
                    1e6 * plain.seconds() / count,
                    "the target",
                    1e6 / TARGET));
            lines.add(Line.of(
                    "… with a log at " + concurrency,
                    "µs",
                    1e6 * logged.seconds() / count,
                    "the target",
                    1e6 / TARGET));
        }
    }

    private Object evaluate(Dataset<String, String> cases, ChatModel model, int concurrency) throws IOException {
        var run = Evaluation.of(
                        cases, Pipeline.of("ask", ChatModelAdapter.of(model).forText()))
                .metrics(Scorers.exactMatch())
                .log(RunLog.at(log), String.class)
                .concurrency(concurrency)
                .run();
        Files.delete(log);
        return run;
    }

    private static Object bare(Dataset<String, String> cases, ChatModel model, int threads) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var right = 0;
            for (var answer : pool.invokeAll(cases.examples().stream()
                    .map(one ->
                            (Callable<Boolean>) () -> model.chat(one.input()).equals(one.reference()))
                    .toList())) {
                right += answer.get() ? 1 : 0;
            }
            return right;
        } finally {
            pool.shutdown();
        }
    }

    private Span median(Callable<?> work) throws Exception {
        var spans = new ArrayList<Span>();
        for (var run = 0; run <= runs; run++) {
            spans.add(time(work));
        }
        return median(spans);
    }

    private static Span median(List<Span> spans) {
        var warm = spans.subList(1, spans.size());
        return new Span(median(warm, Span::seconds), median(warm, Span::cpu));
    }

    private static double median(List<Span> spans, ToDoubleFunction<Span> figure) {
        return spans.stream().mapToDouble(figure).sorted().toArray()[spans.size() / 2];
    }

    private static Span time(Callable<?> work) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = system.getProcessCpuTime();
        var start = System.nanoTime();
        work.call();
        return new Span((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - cpu) / NANOS);
    }

    private static String shape(int count, int concurrency) {
        return String.format(Locale.ROOT, "%,d at %d", count, concurrency);
    }

    private void compare(String shape, Span ours, Span bare, int count) {
        var client = "the bare client on a thread pool";
        lines.add(Line.of("OpenAI client of 50 ms, " + shape, "s", ours.seconds(), client, bare.seconds()));
        lines.add(Line.of("… processor time a case", "ms", 1e3 * ours.cpu() / count, client, 1e3 * bare.cpu() / count));
    }
}
