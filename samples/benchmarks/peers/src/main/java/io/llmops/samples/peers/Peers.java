package io.llmops.samples.peers;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.ClassificationCounts;
import io.llmops.samples.benchmarks.Labels;
import io.llmops.samples.benchmarks.Line;
import io.llmops.samples.benchmarks.ResultTable;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationResult;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationSample;
import io.quarkiverse.langchain4j.testing.evaluation.EvaluationStrategy;
import io.quarkiverse.langchain4j.testing.evaluation.Samples;
import io.quarkiverse.langchain4j.testing.evaluation.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The same jobs by Tribuo (the report on labels) and by the evaluation module of Quarkus LangChain4j (cases through a
 * function and an exact match), in one process, in turn. Spring AI's evaluators have no job in common with us: both ask a
 * model. Argument: the folder to write {@code peers.md} to.
 */
public final class Peers {

    private static final Logger QUIET = Logger.getLogger(Scorer.class.getName());
    private static final int RUNS = 7;
    private static final int ROWS = 1_000_000;
    private static final int CASES = 100_000;
    private static final double MILLIS = 1e6;

    private Peers() {}

    /**
     * Runs them.
     *
     * @param arguments where to
     * @throws Exception if a job fails or the table can't be written
     */
    public static void main(String... arguments) throws Exception {
        var table = new ResultTable();
        table.add(reportOnLabels());
        table.add(List.of(cases()));
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("peers.md"), table.markdown());
        System.out.println(table.markdown());
    }

    private static List<Line> reportOnLabels() throws Exception {
        var labels = new Labels(ROWS);
        var observations = labels.observations();
        var origin = new SimpleDataSourceProvenance("labels", new LabelFactory());
        var all = IntStream.range(0, Labels.CLASSES)
                .mapToObj(label -> new Label("label_" + label))
                .toList();
        var examples = all.stream()
                .map(label -> new ArrayExample<>(label, new String[] {"feature"}, new double[] {1}))
                .toList();
        var data = new MutableDataset<>(origin, new LabelFactory());
        examples.forEach(data::add);
        var model = DummyClassifierTrainer.createMostFrequentTrainer().train(data);
        var predictions = new ArrayList<Prediction<Label>>();
        for (var i = 0; i < ROWS; i++) {
            predictions.add(new Prediction<>(all.get(labels.answers()[i]), 1, examples.get(labels.references()[i])));
        }
        Callable<?> tribuo =
                () -> new LabelEvaluator().evaluate(model, predictions, origin).asMap();
        var names = List.of("accuracy", "f1/macro", "f1/micro", "precision/macro", "recall/macro");
        return List.of(
                race(
                        String.format(Locale.ROOT, "report on %,d labels, 2,000 resamples each value", ROWS),
                        () -> counts(observations).values(Uncertainty.STANDARD),
                        "Tribuo 4.3.2, no intervals",
                        tribuo),
                race("… without intervals", () -> counts(observations).values(names), "Tribuo 4.3.2", tribuo));
    }

    private static ClassificationCounts counts(List<Observation<String, String, String>> observations) {
        var counts = Classification.report().accumulator();
        observations.forEach(observation -> counts.add(observation, 1));
        return counts;
    }

    @SuppressWarnings("unchecked") // an array of one strategy of the very type
    private static Line cases() throws Exception {
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
            return race(
                    String.format(Locale.ROOT, "%,d cases, exact match, two at once", CASES),
                    evaluation::run,
                    "Quarkus LangChain4j evaluation 1.7.4",
                    () -> scorer.evaluate(samples, parameters -> answer.apply(parameters.get(0)), exact)
                            .score());
        }
    }

    /** Runs both in turn, so that neither profits from a warmer machine, and compares the medians. */
    private static Line race(String what, Callable<?> ours, String peer, Callable<?> theirs) throws Exception {
        var ourTimes = new ArrayList<Double>();
        var theirTimes = new ArrayList<Double>();
        for (var run = 0; run <= RUNS; run++) {
            ourTimes.add(millis(ours));
            theirTimes.add(millis(theirs));
        }
        return Line.of(what, "ms", median(ourTimes), peer, median(theirTimes));
    }

    private static double millis(Callable<?> job) throws Exception {
        var start = System.nanoTime();
        job.call();
        return (System.nanoTime() - start) / MILLIS;
    }

    private static double median(List<Double> times) {
        return times.stream().skip(1).sorted().toList().get(RUNS / 2);
    }
}
