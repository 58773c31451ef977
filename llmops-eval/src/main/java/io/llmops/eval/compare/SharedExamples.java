package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Cuts two runs down to the examples that both have, with their values computed anew. */
record SharedExamples<O, R>(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other, List<String> leftOut) {

    static <O, R> SharedExamples<O, R> of(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other) {
        var before = keys(baseline);
        var after = keys(other);
        var leftOut = new ArrayList<String>();
        leftOut(baseline, after, "removed since the baseline", leftOut);
        leftOut(other, before, "added since the baseline", leftOut);
        if (leftOut.isEmpty()) {
            return new SharedExamples<>(baseline, other, leftOut);
        }
        var definitions = other.definitions().isEmpty() ? baseline.definitions() : other.definitions();
        if (definitions.isEmpty()) {
            throw new IllegalStateException(
                    "both runs were read from files and have values only; compute the metrics of"
                            + " one anew with withMetrics, so that they can be computed on the examples that both have");
        }
        return new SharedExamples<>(
                part(baseline, after, definitions), part(other, before, definitions), List.copyOf(leftOut));
    }

    private static Set<String> keys(EvaluationRun<?, ?, ?> run) {
        return run.observations().stream().map(Paired::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static void leftOut(EvaluationRun<?, ?, ?> run, Set<String> kept, String what, List<String> lines) {
        var keys = run.observations().stream()
                .map(Paired::key)
                .filter(Predicate.not(kept::contains))
                .toList();
        if (!keys.isEmpty()) {
            lines.add(keys.size() + (keys.size() == 1 ? " example was " : " examples were ") + what + " and left out: "
                    + RunChanges.some(keys));
        }
    }

    private static <I, O, R> EvaluationRun<I, O, R> part(
            EvaluationRun<I, O, R> run, Set<String> kept, List<? extends Metric<? super O, ? super R>> metrics) {
        List<Observation<I, O, R>> observations = run.observations().stream()
                .filter(observation -> kept.contains(Paired.key(observation)))
                .toList();
        return EvaluationRun.of(run.provenance(), run.timing(), observations, metrics);
    }
}
