package io.llmops.eval.compare;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Finds the examples of which a metric alone says something else than before. */
final class ExampleChanges {

    private ExampleChanges() {}

    static <P, S, O extends P, R extends S> List<ExampleChange<O, R>> of(
            Metric<P, S> metric, String name, List<Paired<O, R>> pairs) {
        var isMean = metric.isMean(name);
        var values = new ExampleValues<>(metric, name);
        var sign = isMean && isLowerBetter(metric, name) ? -1 : 1;
        var changes = new ArrayList<ExampleChange<O, R>>();
        for (var pair : pairs) {
            var before = isMean ? values.of(pair.baseline()) : right(pair.baseline());
            var after = isMean ? values.of(pair.other()) : right(pair.other());
            if (before.isPresent() && after.isPresent() && before.getAsDouble() != after.getAsDouble()) {
                var gain = sign * (after.getAsDouble() - before.getAsDouble());
                changes.add(new ExampleChange<>(pair, before.getAsDouble(), after.getAsDouble(), gain));
            }
        }
        changes.sort(Comparator.comparingDouble(ExampleChange::gain));
        return List.copyOf(changes);
    }

    private static boolean isLowerBetter(Metric<?, ?> metric, String name) {
        return metric.describe(name)
                .filter(description -> description.direction() == Direction.LOWER_IS_BETTER)
                .isPresent();
    }

    private static OptionalDouble right(Observation<?, ?, ?> observation) {
        return OptionalDouble.of(observation.isRight() ? 1 : 0);
    }
}
