package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and writes {@code benchmarks.json} and {@code benchmarks.md}. Arguments: {@code quick} or
 * {@code full}; a regular expression of the benchmarks to run; the folder to write to.
 */
public final class Benchmarks {

    private static final List<Row> ROWS = List.of(
            new Row("words ▸ lowercase ▸ stop ▸ Porter: tokens", "TokenChain.llmops", "TokenChain.lucene", "Lucene"),
            new Row(
                    "words ▸ lowercase ▸ stop ▸ Porter: terms",
                    "TokenChain.llmopsTerms",
                    "TokenChain.luceneTerms",
                    "Lucene"),
            new Row(
                    "the same on two threads",
                    "TokenChain.llmopsOnTwoThreads",
                    "TokenChain.llmops",
                    "one thread, half the work each"),
            new Row(
                    "the same, ten times the documents",
                    "TokenChain.llmopsTenfold",
                    "TokenChain.llmops",
                    "a tenth of them"));

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments quick or full, which, where to
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the results can't be written
     */
    public static void main(String... arguments) throws RunnerException, IOException {
        var folder = Path.of(arguments[2]);
        var results = new Runner(options(arguments[0].equals("full"), arguments[1])).run();
        var table = ResultTable.of(results, ROWS);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("benchmarks.json"), table.json());
        Files.writeString(folder.resolve("benchmarks.md"), table.markdown());
        System.out.println(table.markdown());
    }

    private static Options options(boolean full, String only) {
        return new OptionsBuilder()
                .include("\\.(" + only + ")\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(full ? VerboseMode.NORMAL : VerboseMode.SILENT)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(full ? 5 : 3)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Xmx2g")
                .build();
    }
}
