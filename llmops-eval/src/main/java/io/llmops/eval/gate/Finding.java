package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What became of one condition of a gate. Immutable.
 *
 * @param requirement what was asked
 * @param value what it was decided on, with the interval that decided: the metric's value, or its change against the
 *     baseline
 * @param decision of this condition
 * @param moreExamples where it is inconclusive, about how many examples more would decide it, four times in five, if the
 *     system is as it was seen; empty where that is not known, or examples are not what is missing
 * @param reason why, with the numbers
 */
public record Finding(
        Requirement requirement, MetricValue value, Decision decision, OptionalLong moreExamples, String reason) {

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(requirement, "requirement");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(moreExamples, "moreExamples");
        Objects.requireNonNull(reason, "reason");
    }

    static Finding of(Requirement requirement, MetricValue value, Decision decision, String reason) {
        return new Finding(requirement, value, decision, OptionalLong.empty(), reason);
    }

    static Finding undefined(Requirement requirement, String reason) {
        return of(requirement, new MetricValue.Undefined(reason), Decision.INCONCLUSIVE, "undefined: " + reason);
    }

    /** {@return what was asked, e.g. {@code f1/macro at least 0.85}} */
    public String condition() {
        return requirement.condition();
    }

    /** {@return the name of what was decided on} */
    public String metric() {
        return requirement.metric();
    }

    Finding within(String name) {
        return new Finding(requirement.within(name), value, decision, moreExamples, reason);
    }

    /** {@return e.g. {@code PASS f1/macro at least 0.85: 0.912 [0.871, 0.941], n 412}} */
    @Override
    public String toString() {
        return decision + " " + condition() + ": " + reason;
    }
}
