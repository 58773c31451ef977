package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/** What a metric that is a mean over examples says of each observation alone. */
final class ExampleValues<O, R> {

    private final Metric<O, R> metric;
    private final String name;

    ExampleValues(Metric<O, R> metric, String name) {
        this.metric = metric;
        this.name = name;
    }

    OptionalDouble of(Observation<?, ? extends O, ? extends R> observation) {
        var accumulator = metric.accumulator();
        accumulator.add(observation, 1);
        return accumulator.value(name);
    }

    /** Both sides of the examples, each the mean of the repeats of which both sides have a value. */
    static final class Columns {

        final double[] before;
        final double[] after;

        private Columns(double[] before, double[] after) {
            this.before = before;
            this.after = after;
        }

        boolean binary() {
            return binary(before) && binary(after);
        }

        private static boolean binary(double[] values) {
            for (var value : values) {
                if (value != 0 && value != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Returns the values of the examples of which both sides have one. */
    Columns of(List<? extends Paired<? extends O, ? extends R>> pairs) {
        var sums = new LinkedHashMap<String, double[]>();
        for (var pair : pairs) {
            var before = of(pair.baseline());
            var after = of(pair.other());
            if (before.isPresent() && after.isPresent()) {
                var sum = sums.computeIfAbsent(pair.baseline().id(), id -> new double[3]);
                sum[0] += before.getAsDouble();
                sum[1] += after.getAsDouble();
                sum[2]++;
            }
        }
        var rows = new ArrayList<>(sums.values());
        return new Columns(
                rows.stream().mapToDouble(row -> row[0] / row[2]).toArray(),
                rows.stream().mapToDouble(row -> row[1] / row[2]).toArray());
    }
}
