package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.classification.BinaryScores;
import io.llmops.eval.metric.classification.Calibration;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.metric.classification.ReliabilityBin;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be drawn of a run whose answers are scores of labels. */
final class Curves {

    private static final int LABELS = 4;
    private static final int BINS = 10;

    private final List<Curve> curves = new ArrayList<>();
    private final List<ReliabilityBin> reliability = new ArrayList<>();

    /** A label's scores. */
    record Curve(String label, BinaryScores scores) {}

    /** Reads the scores of the labels with the most examples, of two labels the one that is last by name. */
    Curves(EvaluationRun<?, ?, ?> run) {
        var answered = run.observations().stream()
                .filter(observation -> answer(observation).isPresent())
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        var labels = labels(answered);
        var shown = labels.size() == 2
                ? List.of(new TreeSet<>(labels.keySet()).last())
                : labels.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                        .limit(LABELS)
                        .map(Map.Entry::getKey)
                        .toList();
        if (labels.size() > 1) {
            shown.forEach(label -> curves.add(new Curve(label, BinaryScores.from(answered, label))));
        }
        reliability.addAll(reliability(answered));
    }

    private static Optional<LabelScores> answer(Observation<?, ?, ?> observation) {
        return observation.outcome() instanceof Outcome.Answered<?> answered
                        && answered.value() instanceof LabelScores scores
                ? Optional.of(scores)
                : Optional.empty();
    }

    private static Map<String, Long> labels(List<? extends Observation<?, ?, ?>> answered) {
        var labels = new TreeMap<String, Long>();
        answered.forEach(observation -> labels.merge(observation.reference().toString(), 1L, Long::sum));
        return labels;
    }

    private static List<ReliabilityBin> reliability(List<? extends Observation<?, ?, ?>> answered) {
        var confidences = new double[answered.size()];
        var right = new boolean[answered.size()];
        for (var i = 0; i < confidences.length; i++) {
            var scores = answer(answered.get(i)).orElseThrow();
            confidences[i] = scores.score(scores.top());
            right[i] = answered.get(i).isRight();
            if (!(confidences[i] >= 0 && confidences[i] <= 1)) {
                return List.of();
            }
        }
        return Calibration.of(confidences, right).widthBins(BINS);
    }

    boolean isEmpty() {
        return curves.isEmpty() && reliability.isEmpty();
    }

    List<Curve> curves() {
        return List.copyOf(curves);
    }

    /** Returns the bins of the top label's score; empty where scores are no probabilities. */
    List<ReliabilityBin> reliability() {
        return List.copyOf(reliability);
    }
}
