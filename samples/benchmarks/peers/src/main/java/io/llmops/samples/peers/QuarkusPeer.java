package io.llmops.samples.peers;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.samples.benchmarks.Line;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationResult;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationSample;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationStrategy;
import io.quarkiverse.langchain4j.testing.evaluation.Samples;
import io.quarkiverse.langchain4j.testing.evaluation.Scorer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Cases through a function and an exact match. */
final class QuarkusPeer {

    private static final Logger QUIET = Logger.getLogger(Scorer.class.getName());
    private static final int CASES = 100_000;

    private QuarkusPeer() {}

    @SuppressWarnings("unchecked") // an array of one strategy of the very type
    static List<Line> lines() throws Exception {
        var dataset = Dataset.of(
                "cases",
                IntStream.range(0, CASES)
                        .mapToObj(i -> Example.of("c" + i, "question " + i, "answer " + i % 10))
                        .toList());
        Function<String, String> answer = question -> "answer " + question.charAt(question.length() - 1);
        var evaluation = Evaluation.of(dataset, Pipeline.of("answer", answer))
                .metrics(Scorers.exactMatch())
                .concurrency(2);
        var samples = new Samples<>(dataset.examples().stream()
                .map(example -> EvaluationSample.<String>builder()
                        .withName(example.id())
                        .withParameter(example.input())
                        .withExpectedOutput(example.reference())
                        .build())
                .toList());
        EvaluationStrategy<String> exact =
                (sample, output) -> EvaluationResult.fromBoolean(output.equals(sample.expectedOutput()));
        QUIET.setLevel(Level.OFF); // two lines a case would be what is measured
        try (var scorer = new Scorer(2)) {
            return List.of(Race.of(
                    String.format(Locale.ROOT, "%,d cases, exact match, two at once", CASES),
                    evaluation::run,
                    "Quarkus LangChain4j evaluation 1.7.4",
                    () -> scorer.evaluate(samples, parameters -> answer.apply(parameters.get(0)), exact)
                            .score()));
        }
    }
}
