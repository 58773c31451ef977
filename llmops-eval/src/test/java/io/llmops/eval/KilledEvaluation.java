package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** An evaluation for a JVM of its own: arguments are the log and the file that gets a byte for every call. */
final class KilledEvaluation {

    static final int EXAMPLES = 400;
    static final int CONCURRENCY = 8;

    private KilledEvaluation() {}

    public static void main(String... arguments) throws IOException {
        try (var calls = FileChannel.open(
                Path.of(arguments[1]),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            run(Path.of(arguments[0]), calls);
        }
    }

    static EvaluationRun<Integer, String, String> run(Path log, FileChannel calls) {
        var dataset = Dataset.of(
                "numbers",
                IntStream.range(0, EXAMPLES)
                        .mapToObj(i -> Example.of("n" + i, i, i % 2 == 0 ? "even" : "odd"))
                        .toList());
        var pipeline = Pipeline.of("answer", (Integer number) -> answer(number, calls));
        return Evaluation.of(dataset, pipeline)
                .metrics(Classification.report(), Scorers.exactMatch())
                .concurrency(CONCURRENCY)
                .log(RunLog.at(log), String.class)
                .run();
    }

    /** A model that takes some milliseconds. */
    private static String answer(int number, FileChannel calls) {
        try {
            calls.write(ByteBuffer.wrap(new byte[] {'.'}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(4_000_000);
        return number % 5 == 0 || number % 2 == 0 ? "even" : "odd";
    }
}
