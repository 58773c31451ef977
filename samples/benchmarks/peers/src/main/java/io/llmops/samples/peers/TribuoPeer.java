package io.llmops.samples.peers;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.ClassificationCounts;
import io.llmops.samples.benchmarks.Labels;
import io.llmops.samples.benchmarks.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The report on labels. */
final class TribuoPeer {

    private static final int ROWS = 1_000_000;

    private TribuoPeer() {}

    static List<Line> lines() throws Exception {
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
                Race.of(
                        String.format(Locale.ROOT, "report on %,d labels, 2,000 resamples each value", ROWS),
                        () -> counts(observations).values(Uncertainty.STANDARD),
                        "Tribuo 4.3.2, no intervals",
                        tribuo),
                Race.of("… without intervals", () -> counts(observations).values(names), "Tribuo 4.3.2", tribuo));
    }

    private static ClassificationCounts counts(List<Observation<String, String, String>> observations) {
        var counts = Classification.report().accumulator();
        observations.forEach(observation -> counts.add(observation, 1));
        return counts;
    }
}
