package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation of many trivial examples, streamed from a file, with its observations in a log, in a JVM of its own that has
 * 256 MB. What it costs is the engine's own: fingerprinting the file, running, and reading the log for the metrics.
 */
final class Streams {

    private static final String HEAP = "-Xmx256m";
    private static final int CONCURRENCY = 32;
    private static final double MICRO = 1e3;
    private static final double TARGET = 500_000;

    private Streams() {}

    static List<Line> run(boolean full) throws IOException, InterruptedException {
        var command = Child.java(Streams.class, full ? "10000000" : "1000000");
        command.add(1, HEAP);
        var output = Child.run(command);
        return output.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> line.split("\t"))
                .map(cells -> Line.of(cells[0], "µs", Double.parseDouble(cells[1]), "the target", 1e6 / TARGET))
                .toList();
    }

    public static void main(String... arguments) throws IOException {
        var count = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("streams");
        try {
            System.out.print(measure(count, folder));
        } finally {
            Files.deleteIfExists(folder.resolve("rows.csv"));
            Files.deleteIfExists(folder.resolve("log.jsonl"));
            Files.delete(folder);
        }
    }

    private static String measure(int count, Path folder) throws IOException {
        var rows = rows(folder.resolve("rows.csv"), count);
        var evaluation = Evaluation.of(rows, Pipeline.of("label", SlowEndpoint::answer))
                .concurrency(CONCURRENCY)
                .log(RunLog.at(folder.resolve("log.jsonl")), String.class);
        var start = System.nanoTime();
        rows.fingerprint();
        var known = System.nanoTime();
        var run = evaluation.metrics(Scorers.exactMatch()).run();
        var ran = System.nanoTime();
        run.withMetrics(Scorers.exactMatch());
        var metrics = System.nanoTime() - ran;
        var engine = run.timing().took().toNanos();
        var what = String.format(
                Locale.ROOT,
                "%,d examples streamed in %d MB: ",
                count,
                Runtime.getRuntime().maxMemory() >> 20);
        return line(what + "fingerprint of the file", known - start, count)
                + line(what + "running, with the log", engine, count)
                + line(what + "metrics from the log", metrics, count)
                + line(what + "running and metrics", engine + metrics, count);
    }

    /** A row as the child prints it: its name and microseconds an example. */
    private static String line(String what, long nanos, int count) {
        return String.format(Locale.ROOT, "%s\t%.4f%n", what, nanos / MICRO / count);
    }

    private static Dataset<String, String> rows(Path file, int count) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("text,label\n");
            for (var i = 0; i < count; i++) {
                var text = Cases.text(i);
                out.write(text + "," + SlowEndpoint.answer(text) + "\n");
            }
        }
        return Datasets.csv(file).streamed().labels("text", "label");
    }
}
