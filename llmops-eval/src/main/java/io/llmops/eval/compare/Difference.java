package io.llmops.eval.compare;

import io.llmops.eval.metric.MetricValue;
import java.util.Objects;

/**
 * How much a metric differs between two runs over the same examples. Immutable.
 *
 * @param metric the metric's name
 * @param baseline what it is in the baseline
 * @param other what it is in the other run
 * @param change the other less the baseline, with an interval made of the pairs; undefined where one of them is
 */
public record Difference(String metric, MetricValue baseline, MetricValue other, MetricValue change) {

    /** Refuses null. */
    public Difference {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(change, "change");
    }
}
