package io.llmops.samples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and scenarios and writes {@code benchmarks.json} and {@code benchmarks.md}. Arguments: {@code quick}
 * or {@code full}; a regular expression of the names of the classes to run; the folder to write to.
 */
public final class Benchmarks {

    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("ColdStart", ColdStart::run);
        SCENARIOS.put("Spans", Spans::run);
        SCENARIOS.put("ClientSpans", ClientSpans::run);
        SCENARIOS.put("ClientProcess", ClientProcess::run);
        SCENARIOS.put("Streams", Streams::run);
        SCENARIOS.put("Page", Page::run);
    }

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments quick or full, which, where to
     * @throws Exception if a benchmark fails or the results can't be written
     */
    public static void main(String... arguments) throws Exception {
        var full = arguments[0].equals("full");
        var only = arguments[1];
        var folder = Path.of(arguments[2]);
        var table = new ResultTable();
        if (Rows.ALL.stream().anyMatch(row -> row.ours().split("\\.")[0].matches(only))) {
            table.add(new Runner(options(full, only)).run(), Rows.ALL, full);
        }
        for (var scenario : SCENARIOS.entrySet()) {
            if (scenario.getKey().matches(only)) {
                table.add(scenario.getValue().run(full));
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("benchmarks.json"), table.json());
        Files.writeString(folder.resolve("benchmarks.md"), table.markdown());
        System.out.println(table.markdown());
    }

    private static Options options(boolean full, String only) {
        var iteration = full ? TimeValue.seconds(1) : TimeValue.milliseconds(500);
        return new OptionsBuilder()
                .include("\\.(" + only + ")\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(full ? VerboseMode.NORMAL : VerboseMode.SILENT)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(iteration)
                .measurementIterations(full ? 5 : 2)
                .measurementTime(iteration)
                .jvmArgsAppend(
                        "-Xmx2g",
                        "-D" + Reading.MEGABYTES + "=" + (full ? 200 : 20),
                        "-D" + Rankings.QUERIES + "=" + (full ? 10_000 : 1_000))
                .build();
    }
}
