package io.llmops.eval.metric.preference;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import java.util.List;
import java.util.Objects;

/** A metric of what most repeats of each example answer, see {@link Sampling#majority}. Immutable. */
record MajorityMetric<O, R>(Metric<O, R> metric) implements Metric<O, R> {

    static final String PREFIX = "majority/";

    MajorityMetric {
        Objects.requireNonNull(metric, "metric");
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
