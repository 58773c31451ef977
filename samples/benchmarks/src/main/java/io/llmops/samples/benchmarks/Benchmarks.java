package io.llmops.samples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and writes {@code benchmarks.json} and {@code benchmarks.md}, and of whole
 * evaluations {@code spans.md} and {@code streams.md}. Arguments: {@code quick} or {@code full}; a regular expression of the
 * benchmarks to run, {@code Spans} or {@code Streams} for those evaluations alone; the folder to write to.
 */
public final class Benchmarks {

    private static final String SPANS = "Spans";
    private static final String STREAMS = "Streams";

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
                    "a tenth of them"),
            new Row(
                    "cards, IBANs and national ids in clean text",
                    "Redaction.llmops",
                    "Redaction.loop",
                    "a bare loop"));

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments quick or full, which, where to
     * @throws Exception if a benchmark fails or the results can't be written
     */
    public static void main(String... arguments) throws Exception {
        var folder = Path.of(arguments[2]);
        var full = arguments[0].equals("full");
        Files.createDirectories(folder);
        if (!List.of(SPANS, STREAMS).contains(arguments[1])) {
            var table = ResultTable.of(new Runner(options(full, arguments[1])).run(), ROWS);
            Files.writeString(folder.resolve("benchmarks.json"), table.json());
            Files.writeString(folder.resolve("benchmarks.md"), table.markdown());
            System.out.println(table.markdown());
        }
        if (SPANS.matches(arguments[1])) {
            var spans = Spans.run(full);
            Files.writeString(folder.resolve("spans.md"), spans);
            System.out.println(spans);
        }
        if (STREAMS.matches(arguments[1])) {
            var streams = Streams.run(full);
            Files.writeString(folder.resolve("streams.md"), streams);
            System.out.println(streams);
        }
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
