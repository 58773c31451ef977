package io.llmops.eval.gate;

import java.util.Objects;

/**
 * What one condition of a gate asks. Immutable.
 *
 * @param condition in words, e.g. {@code f1/macro at least 0.85}
 * @param metric the name of what is decided on, e.g. {@code f1/macro}
 * @param threshold what it is held against: the value asked for, or the least change
 */
public record Requirement(String condition, String metric, double threshold) {

    /** Refuses null. */
    public Requirement {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(metric, "metric");
    }

    Requirement within(String name) {
        return new Requirement(name + ": " + condition, metric, threshold);
    }
}
