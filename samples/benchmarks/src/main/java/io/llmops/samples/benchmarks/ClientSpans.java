package io.llmops.samples.benchmarks;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.resilience.Budget;
import io.llmops.core.model.resilience.RateLimit;
import io.llmops.core.model.resilience.Retry;
import io.llmops.core.model.resilience.TimeLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * LangChain4j's OpenAI client in an evaluation, by itself and with decorators around it, beside a plain thread pool that asks the same client the same questions,
 * in turn, so that neither profits from a warmer machine: the medians of several runs, after one that does not count.
 */
final class ClientSpans {

    private static final long LATENCY = 50;
    private static final String LIMIT = "the bare client on a thread pool";

    private ClientSpans() {}

    static List<Line> run(boolean full) throws Exception {
        var folder = Files.createTempDirectory("spans");
        var lines = new ArrayList<Line>();
        try (var endpoint = Endpoint.start(LATENCY)) {
            var model = model(endpoint.url());
            for (var shape :
                    List.of(new int[] {2_000, 32}, new int[] {2_000, 256}, new int[] {200, 32}, new int[] {200, 8})) {
                var runs = full ? 15 : 4;
                lines.addAll(compare(endpoint.name(), model, shape[0], shape[1], runs, folder.resolve("log.jsonl")));
            }
        }
        Files.delete(folder);
        return lines;
    }

    static ChatModel model(String url) {
        return OpenAiChatModel.builder()
                .baseUrl(url)
                .apiKey("none")
                .modelName("mock-1")
                .maxRetries(0)
                .build();
    }

    private static List<Line> compare(String endpoint, ChatModel model, int count, int concurrency, int runs, Path log)
            throws Exception {
        var cases = Cases.of(count);
        var careful = careful(model, concurrency);
        var sides = List.<Callable<?>>of(
                () -> bare(cases, model, concurrency),
                () -> Cases.evaluate(cases, model, concurrency, log),
                () -> Cases.evaluate(cases, careful, concurrency, log));
        var spans = sides.stream().map(side -> new ArrayList<Span>()).toList();
        for (var run = 0; run <= runs; run++) {
            for (var side = 0; side < sides.size(); side++) {
                spans.get(side).add(Span.of(sides.get(side)));
            }
        }
        spans.forEach(all -> all.remove(0));
        var what = "OpenAI client, " + endpoint + " of 50 ms, " + Cases.shape(count, concurrency);
        var lines = new ArrayList<Line>();
        lines.addAll(lines(what, spans.get(1), spans.get(0), count));
        lines.addAll(lines("… with retry, rate, time limit and budget", spans.get(2), spans.get(0), count));
        return lines;
    }

    /** The model with what is recommended around one that is paid for; none of it has anything to do here. */
    private static ChatModel careful(ChatModel model, int concurrency) {
        return Decorators.of(
                        Retry.standard(),
                        RateLimit.unlimited().requestsPerMinute(10_000_000).adaptive(concurrency, concurrency),
                        TimeLimit.of(Duration.ofSeconds(70)),
                        Budget.unlimited().calls(10_000_000))
                .around(model);
    }

    private static List<Line> lines(String what, List<Span> ours, List<Span> bare, int count) {
        return List.of(
                Line.of(what, "s", Span.medianSeconds(ours), LIMIT, Span.medianSeconds(bare)),
                Line.of(
                        "… processor time a case",
                        "ms",
                        1e3 * Span.meanCpu(ours) / count,
                        LIMIT,
                        1e3 * Span.meanCpu(bare) / count));
    }

    /** Asks the client on a pool of threads; returns how many answers are right. */
    static int bare(Dataset<String, String> cases, ChatModel model, int threads) throws Exception {
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
}
