package io.llmops.eval.gate;

import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a run must show before a change may ship. Conditions are decided on intervals:
 *
 * <ul>
 *   <li>{@link #atLeast}: PASS if the lower bound reaches the threshold, FAIL if the upper bound is below it;
 *   <li>{@link #atMost}: PASS if the upper bound is within the threshold, FAIL if the lower bound is above it;
 *   <li>{@link #noWorseThan}: on the differences of pairs, PASS if the lower bound is no lower than minus the margin, else
 *       FAIL if the upper bound is below 0;
 * </ul>
 *
 * and INCONCLUSIVE otherwise; where there is no interval, or one without width; where observations have no score and
 * {@link #allowingExcluded} does not allow it; and where the failed observations alone could turn the decision. Immutable.
 */
public final class Gate {

    private final List<Condition> conditions;

    private Gate(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /**
     * Returns a gate that wants a metric to be large.
     *
     * @param metric e.g. {@code f1/macro}
     * @param threshold the smallest value that will do
     * @return the gate
     */
    public static Gate atLeast(String metric, double threshold) {
        return new Gate(List.of(new Threshold(Objects.requireNonNull(metric, "metric"), true, threshold, 0)));
    }

    /**
     * Returns a gate that wants a metric to be small.
     *
     * @param metric e.g. {@code share/failed}
     * @param threshold the largest value that will do
     * @return the gate
     */
    public static Gate atMost(String metric, double threshold) {
        return new Gate(List.of(new Threshold(Objects.requireNonNull(metric, "metric"), false, threshold, 0)));
    }

    /**
     * Returns a gate that wants a metric not to have become worse by more than a margin.
     *
     * @param baseline a run over the same examples
     * @param metric e.g. {@code f1/macro}
     * @param margin how much worse is as good as equal, 0 or more
     * @return the gate
     */
    public static Gate noWorseThan(EvaluationRun<?, ?, ?> baseline, String metric, double margin) {
        Objects.requireNonNull(baseline, "baseline");
        return new Gate(List.of(new NonInferiority(baseline, Objects.requireNonNull(metric, "metric"), margin, 0)));
    }

    /**
     * Returns a gate of all conditions of this and another.
     *
     * @param other has to hold as well
     * @return the gate
     */
    public Gate and(Gate other) {
        var both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        return new Gate(both);
    }

    /**
     * Returns this gate with some observations allowed to have no score.
     *
     * @param share of all observations, from 0 to 1; 0 unless set
     * @return the changed copy
     * @throws IllegalArgumentException if the share is out of range
     */
    public Gate allowingExcluded(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share from 0 to 1, found " + share);
        }
        return new Gate(conditions.stream()
                .map(condition -> condition.allowingExcluded(share))
                .toList());
    }

    /**
     * Decides on a run.
     *
     * @param run any
     * @return the verdict
     * @throws IllegalArgumentException if a condition is about a metric the run does not have; the message lists those it
     *     has
     */
    public Verdict check(EvaluationRun<?, ?, ?> run) {
        return Verdict.of(conditions.stream()
                .<Finding>map(condition -> condition.check(run))
                .toList());
    }
}
