package io.llmops.eval.report;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Observations in the order in which a person should look at them: those a baseline did better first, then wrong answers,
 * abstentions, failures, and right answers; of equals those of lower scores first, then as in the dataset.
 */
final class WorstFirst {

    private WorstFirst() {}

    static List<Observation<?, ?, ?>> of(Report report) {
        var losses = new HashMap<Key, Double>();
        report.compared()
                .ifPresent(compared -> compared.broken()
                        .forEach(change -> losses.put(Key.of(change.pair().other()), change.gain())));
        List<Observation<?, ?, ?>> sorted = new ArrayList<>(report.run().observations());
        sorted.sort(Comparator.<Observation<?, ?, ?>>comparingDouble(one -> loss(losses, one))
                .thenComparingInt(WorstFirst::severity)
                .thenComparingDouble(WorstFirst::score));
        return sorted;
    }

    /** An example and its repeat. */
    record Key(String id, int repeat) {

        static Key of(Observation<?, ?, ?> observation) {
            return new Key(observation.id(), observation.repeat());
        }
    }

    private static double loss(Map<Key, Double> losses, Observation<?, ?, ?> observation) {
        return losses.getOrDefault(Key.of(observation), 0.0);
    }

    /** Wrong answers first, then abstentions, then failures: what the system said is what can be mended in it. */
    static int severity(Observation<?, ?, ?> observation) {
        return observation.isRight() ? 3 : observation.outcome().match(answer -> 0, reason -> 1, (stage, reason) -> 2);
    }

    private static double score(Observation<?, ?, ?> observation) {
        return observation.scores().values().stream()
                .filter(Score.Scored.class::isInstance)
                .mapToDouble(score -> ((Score.Scored) score).value())
                .average()
                .orElse(0);
    }
}
