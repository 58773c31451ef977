package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * What the rows of a metric become. Immutable.
 *
 * @param values what the statistics are, in their order
 * @param statistics computes them
 * @param withIntervals whether resampling tells how sure they are
 */
record RowShape(List<MetricDescription> values, RowStatistics statistics, boolean withIntervals) {

    RowShape {
        values = List.copyOf(values);
        Objects.requireNonNull(statistics, "statistics");
    }

    /** Refuses the accumulator of other values. */
    void requireSame(RowShape other) {
        if (!values.equals(other.values)) {
            throw new IllegalArgumentException(
                    "expected an accumulator of " + names() + ", found one of " + other.names());
        }
    }

    List<String> names() {
        return values.stream().map(MetricDescription::name).toList();
    }
}
