package io.llmops.eval.compare;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * The observations of one example, and the same repeat of it, in two runs. Immutable, if the values are.
 *
 * @param baseline what was seen in the baseline
 * @param other what was seen in the other run
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record Paired<O, R>(Observation<?, O, R> baseline, Observation<?, O, R> other) {

    private static final int SHOWN = 5;

    /** Refuses null. */
    public Paired {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(other, "other");
    }

    /** Returns the pairs in the order of the baseline. */
    static <O, R> List<Paired<O, R>> of(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other) {
        var others = new HashMap<String, Observation<?, O, R>>();
        other.observations().forEach(observation -> others.put(key(observation), observation));
        var pairs = new ArrayList<Paired<O, R>>(baseline.observations().size());
        var missing = new ArrayList<String>();
        for (var observation : baseline.observations()) {
            var partner = others.remove(key(observation));
            if (partner == null) {
                missing.add(key(observation));
            } else {
                pairs.add(new Paired<>(observation, partner));
            }
        }
        var added = other.observations().stream()
                .map(Paired::key)
                .filter(others::containsKey)
                .toList();
        if (!missing.isEmpty() || !added.isEmpty()) {
            throw new IllegalArgumentException("expected the same examples in both runs, found "
                    + list(missing) + " only in '" + baseline.name() + "' and " + list(added) + " only in '"
                    + other.name()
                    + "'");
        }
        return pairs;
    }

    static String key(Observation<?, ?, ?> observation) {
        return observation.repeat() == 0
                ? observation.id()
                : observation.id() + " (repeat " + observation.repeat() + ")";
    }

    private static String list(List<String> keys) {
        return keys.isEmpty()
                ? "none"
                : keys.size() + " " + keys.subList(0, Math.min(SHOWN, keys.size())) + (keys.size() > SHOWN ? " …" : "");
    }
}
