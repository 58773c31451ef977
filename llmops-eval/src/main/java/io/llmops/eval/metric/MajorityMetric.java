package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * A metric of what most repeats of each example answer, as if the pipeline had been asked several times and the votes
 * counted: every value of the metric, named {@code majority/accuracy}, over one observation an example. Answers are the
 * same if they are equal; of answers with as many votes that of the earliest repeat counts; a repeat without an answer
 * casts no vote; an example without votes has the outcome of its earliest repeat. Without this decorator a metric is the
 * mean over the repeats.
 *
 * <p>Intervals are over examples. All repeats of all examples are kept in memory. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class MajorityMetric<O, R> implements Metric<O, R> {

    static final String PREFIX = "majority/";

    private final Metric<O, R> metric;

    private MajorityMetric(Metric<O, R> metric) {
        this.metric = Objects.requireNonNull(metric, "metric");
    }

    /**
     * Returns a metric of what most repeats answer.
     *
     * @param metric what to compute of that
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the decorated metric
     */
    public static <O, R> MajorityMetric<O, R> of(Metric<O, R> metric) {
        return new MajorityMetric<>(metric);
    }

    Metric<O, R> metric() {
        return metric;
    }

    @Override
    public List<MetricDescription> describe() {
        return metric.describe().stream()
                .map(one -> new MetricDescription(
                        PREFIX + one.name(),
                        one.direction(),
                        one.range(),
                        one.definition() + "; of the answer most repeats of an example give"))
                .toList();
    }

    @Override
    public Metric.Accumulator<O, R> accumulator() {
        return new MajorityAccumulator<>(this);
    }

    @Override
    public boolean isOverExamples() {
        return true;
    }

    @Override
    public String toString() {
        return "majority of " + metric;
    }
}
