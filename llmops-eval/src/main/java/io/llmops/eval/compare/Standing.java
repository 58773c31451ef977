package io.llmops.eval.compare;

import io.llmops.eval.metric.MetricValue;

/**
 * Where a candidate stands. Immutable.
 *
 * @param place from 1, by the value; equal values share it
 * @param candidate who
 * @param value of the metric
 * @param groups letters, one for each group of neighbours that cannot be told apart; two candidates that share a letter
 *     do not differ by more than chance
 * @param onFront whether no other is as good, as cheap and as quick, and better in one of these
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record Standing<O, R>(
        int place, Candidate<O, R> candidate, MetricValue.Estimate value, String groups, boolean onFront) {

    /** {@return whether nothing tells this candidate from the one in the first place} */
    public boolean isTiedWithFirst() {
        return groups.startsWith("a");
    }
}
