package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue;
import java.util.Objects;

/**
 * What became of one condition of a gate. Immutable.
 *
 * @param condition what was asked, e.g. {@code f1/macro at least 0.85}
 * @param metric the name of the metric
 * @param value what it was decided on: the metric's value, or its change against the baseline
 * @param decision of this condition alone
 * @param reason why, with the numbers
 */
public record Finding(String condition, String metric, MetricValue value, Decision decision, String reason) {

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(reason, "reason");
    }

    /** {@return e.g. {@code PASS f1/macro at least 0.85: 0.912 [0.871, 0.941], n 412}} */
    @Override
    public String toString() {
        return decision + " " + condition + ": " + reason;
    }
}
