package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which metrics are shown when nobody said which: those that are of no single class or slice. */
final class MainMetrics {

    private static final Set<String> AVERAGES = Set.of("macro", "micro", "weighted", "samples");

    private static final List<String> HEADLINE = List.of("f1/macro", "accuracy", "exact_match");
    private static final List<String> PREFERRED = List.of("accuracy", "exact_match");

    private MainMetrics() {}

    static List<String> of(Comparison<?, ?> comparison) {
        return of(comparison.other()).stream()
                .filter(comparison.baseline().metrics()::containsKey)
                .filter(name -> !name.startsWith("baseline/"))
                .toList();
    }

    static List<String> of(EvaluationRun<?, ?, ?> run) {
        var values = run.metrics();
        return values.keySet().stream()
                .filter(name -> isMain(name, values.keySet()) && !SliceTables.isSlice(name, values))
                .toList();
    }

    /** Returns the one or two metrics that stand first. */
    static List<String> headline(EvaluationRun<?, ?, ?> run) {
        return Stream.concat(HEADLINE.stream(), of(run).stream())
                .filter(name -> run.metrics().get(name) instanceof Estimate)
                .filter(name -> !name.startsWith("share/") && !name.startsWith("baseline/"))
                .distinct()
                .limit(2)
                .toList();
    }

    /** Returns the metric that slices are compared by: right answers where there are some, else the first. */
    static Optional<String> main(Comparison<?, ?> comparison, List<String> metrics) {
        return Stream.concat(PREFERRED.stream().filter(metrics::contains), metrics.stream())
                .filter(name -> !name.startsWith("share/"))
                .filter(name -> comparison.baseline().metric(name) instanceof Estimate
                        && comparison.other().metric(name) instanceof Estimate)
                .findFirst();
    }

    /** Returns whether a value, or the value it is a slice of, is of no single class. */
    static boolean isMain(String name, Set<String> names) {
        var slash = name.indexOf('/');
        return slash < 0
                || AVERAGES.contains(name.substring(slash + 1))
                || !names.contains(name.substring(0, slash) + "/macro");
    }
}
