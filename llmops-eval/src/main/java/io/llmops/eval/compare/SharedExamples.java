package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.Baseline;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts two runs down to the examples that are the same in both, with their values computed anew. */
record SharedExamples<O, R>(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other, List<String> leftOut) {

    static <O, R> SharedExamples<O, R> of(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other) {
        var removed = new HashMap<String, Observation<?, ?, ?>>();
        baseline.observations().forEach(observation -> removed.put(Paired.key(observation), observation));
        var kept = new LinkedHashSet<String>();
        var added = new LinkedHashSet<String>();
        var edited = new LinkedHashSet<String>();
        for (var observation : other.observations()) {
            var key = Paired.key(observation);
            var before = removed.remove(key);
            if (before == null) {
                added.add(key);
            } else {
                (isSame(before, observation) ? kept : edited).add(key);
            }
        }
        var inOrder = baseline.observations().stream()
                .map(Paired::key)
                .filter(removed::containsKey)
                .toList();
        return cut(baseline, other, kept, leftOut(inOrder, added, edited));
    }

    /** What a baseline has not kept of the examples that were edited or removed, it has told already. */
    static <I, O, R> SharedExamples<O, R> of(Baseline baseline, EvaluationRun<I, O, R> other) {
        var changes = baseline.changes(other);
        var before = baseline.asRun(other);
        var kept = before.observations().stream().map(Paired::key).collect(Collectors.toSet());
        return cut(before, other, kept, leftOut(changes.removed(), changes.added(), changes.edited()));
    }

    /** Returns whether two observations are of the same example, unchanged: by equality, else by content. */
    static boolean isSame(Observation<?, ?, ?> before, Observation<?, ?, ?> after) {
        var differs =
                RunChanges.differ(before.example().input(), after.example().input())
                        || RunChanges.differ(before.reference(), after.reference());
        return !differs || Baseline.fingerprint(before.example()).equals(Baseline.fingerprint(after.example()));
    }

    private static List<String> leftOut(
            Collection<String> removed, Collection<String> added, Collection<String> edited) {
        var lines = new ArrayList<String>();
        leftOut(removed, "removed since the baseline", lines);
        leftOut(added, "added since the baseline", lines);
        leftOut(edited, "edited since the baseline", lines);
        return List.copyOf(lines);
    }

    private static void leftOut(Collection<String> keys, String what, List<String> lines) {
        if (!keys.isEmpty()) {
            lines.add(keys.size() + (keys.size() == 1 ? " example was " : " examples were ") + what + " and left out: "
                    + RunChanges.some(keys));
        }
    }

    private static <O, R> SharedExamples<O, R> cut(
            EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other, Set<String> kept, List<String> leftOut) {
        var definitions = other.definitions().isEmpty() ? baseline.definitions() : other.definitions();
        return new SharedExamples<>(part(baseline, kept, definitions), part(other, kept, definitions), leftOut);
    }

    private static <I, O, R> EvaluationRun<I, O, R> part(
            EvaluationRun<I, O, R> run, Set<String> kept, List<? extends Metric<? super O, ? super R>> metrics) {
        List<Observation<I, O, R>> observations = run.observations().stream()
                .filter(observation -> kept.contains(Paired.key(observation)))
                .toList();
        if (observations.size() == run.observations().size()) {
            return run;
        }
        if (metrics.isEmpty()) {
            throw new IllegalStateException(
                    "both runs were read from files and have values only; compute the metrics of"
                            + " one anew with withMetrics, so that they can be computed on the examples that both have");
        }
        return EvaluationRun.of(run.provenance(), run.timing(), observations, metrics);
    }
}
