package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The HTML page of an evaluation of 100,000 examples, beside the run written as JSON: both tell every example. */
final class Page {

    private static final int EXAMPLES = 100_000;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    private Page() {}

    static List<Line> run(boolean full) throws Exception {
        var cases = Dataset.of(
                "cases",
                IntStream.range(0, EXAMPLES)
                        .mapToObj(i -> {
                            var text = "Case " + i + ": the delivery was " + (i % 3 == 0 ? "good" : "late") + ".";
                            return Example.of("c" + i, text, i % 10 == 0 ? "negative" : SlowEndpoint.answer(text));
                        })
                        .toList());
        var run = Evaluation.of(cases, Pipeline.of("label", SlowEndpoint::answer))
                .metrics(Classification.report())
                .run();
        var runs = full ? 9 : 3;
        return List.of(
                Line.of(
                        "HTML page of 100,000 examples",
                        "s",
                        median(runs, () -> Reports.html(run)),
                        "the run as JSON",
                        median(runs, () -> Runs.json(run))),
                Line.of(
                        "… its size",
                        "MB",
                        Reports.html(run).length() / MEGABYTE,
                        "the run as JSON",
                        Runs.json(run).length() / MEGABYTE));
    }

    private static double median(int runs, Callable<?> work) throws Exception {
        var seconds = new ArrayList<Double>();
        for (var i = 0; i <= runs; i++) {
            var start = System.nanoTime();
            work.call();
            seconds.add((System.nanoTime() - start) / NANOS);
        }
        return seconds.stream().skip(1).sorted().toList().get(runs / 2);
    }
}
