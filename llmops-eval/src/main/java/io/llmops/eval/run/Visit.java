package io.llmops.eval.run;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Uncertainty;
import java.util.List;
import java.util.Objects;

/**
 * What an evaluation is about to look at. Immutable.
 *
 * @param metrics what it computes of all examples together; slices are not among them
 * @param examples how many there are
 * @param repeats how often each is tried
 * @param uncertainty how intervals are made
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record Visit<O, R>(
        List<Metric<? super O, ? super R>> metrics, long examples, int repeats, Uncertainty uncertainty) {

    /** Copies the metrics. */
    public Visit {
        metrics = List.copyOf(metrics);
        Objects.requireNonNull(uncertainty, "uncertainty");
    }
}
