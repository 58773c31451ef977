package io.llmops.eval.run;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricValue.Estimate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the run with the best value. */
final class BestRun {

    private static final int NAMES_SHOWN = 40;

    private BestRun() {}

    static Optional<RunSummary> of(List<RunSummary> runs, String metric) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        var sign = direction(runs, metric) == Direction.HIGHER_IS_BETTER ? 1 : -1;
        RunSummary best = null;
        var most = Double.NEGATIVE_INFINITY;
        for (var run : runs) {
            var value = run.metrics().get(metric);
            if (value != null && value.value() instanceof Estimate estimate && sign * estimate.value() > most) {
                best = run;
                most = sign * estimate.value();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Direction direction(List<RunSummary> runs, String metric) {
        var values = runs.stream()
                .map(run -> run.metrics().get(metric))
                .filter(Objects::nonNull)
                .toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException(unknown(runs, metric));
        }
        var directions = values.stream()
                .flatMap(value -> value.direction().stream())
                .distinct()
                .toList();
        if (directions.size() != 1 || directions.get(0) == Direction.NEITHER) {
            throw new IllegalArgumentException("expected a metric of which more or less is better, found '" + metric
                    + "' with " + (directions.isEmpty() ? "no known direction" : directions));
        }
        return directions.get(0);
    }

    private static String unknown(Collection<RunSummary> runs, String metric) {
        var names = runs.stream()
                .flatMap(run -> run.metrics().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return "no run has a metric '" + metric + "'"
                + NearestName.of(metric, names)
                        .map(name -> ", did you mean '" + name + "'?")
                        .orElse("")
                + "; there are " + names.stream().limit(NAMES_SHOWN).toList()
                + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
    }
}
