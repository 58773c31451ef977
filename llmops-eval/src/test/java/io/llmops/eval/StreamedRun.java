package io.llmops.eval;

import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.RunLog;
import java.io.IOException;
import java.nio.file.Path;

/** An evaluation of a large file, for a JVM of its own that has little memory. The argument is a folder. */
final class StreamedRun {

    static final int EXAMPLES = 200_000;

    private StreamedRun() {}

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var dataset = StreamedRunTest.rows(folder.resolve("many.csv"), EXAMPLES);
        var run = Evaluation.of(dataset, Pipeline.of("parity", StreamedRun::parity))
                .metrics(Scorers.exactMatch())
                .concurrency(32)
                .log(RunLog.at(folder.resolve("many.jsonl")), String.class)
                .run();
        System.out.println(run.observations().size() + " observations, exact_match "
                + run.metric("exact_match").estimate().orElseThrow().value());
    }

    /** Wrong for every fifth number. */
    private static String parity(String text) {
        var number = Integer.parseInt(text.substring("number ".length()));
        return (number % 2 == 0) ^ (number % 5 == 0) ? "even" : "odd";
    }
}
