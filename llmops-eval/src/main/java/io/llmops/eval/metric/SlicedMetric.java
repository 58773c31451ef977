package io.llmops.eval.metric;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A metric by the values of a tag: each slice, the examples that share a value, has every value of the metric, named
 * {@code accuracy[channel=mail]}. Examples without the tag are the slice of the empty value. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class SlicedMetric<O, R> implements Metric<O, R> {

    private final String tag;
    private final Metric<O, R> metric;

    private SlicedMetric(String tag, Metric<O, R> metric) {
        this.tag = Objects.requireNonNull(tag, "tag");
        this.metric = Objects.requireNonNull(metric, "metric");
    }

    /**
     * Returns a metric by the values of a tag.
     *
     * @param tag the name of a tag, e.g. {@code channel}
     * @param metric what to compute of each slice
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the sliced metric; its accumulators refuse a tag of more than 1,000 values
     */
    public static <O, R> SlicedMetric<O, R> by(String tag, Metric<O, R> metric) {
        return new SlicedMetric<>(tag, metric);
    }

    String tag() {
        return tag;
    }

    Metric<O, R> metric() {
        return metric;
    }

    String suffix(String slice) {
        return "[" + tag + "=" + slice + "]";
    }

    @Override
    public List<MetricDescription> describe() {
        return metric.describe().stream()
                .map(one -> new MetricDescription(
                        one.name() + suffix("{slice}"), one.direction(), one.range(), one.definition()))
                .toList();
    }

    @Override
    public Metric.Accumulator<O, R> accumulator() {
        return new SlicedAccumulator<>(this);
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return Map.entry(slice(observation), metric.cell(observation));
    }

    String slice(Observation<?, ?, ?> observation) {
        return observation.example().tags().getOrDefault(tag, "");
    }

    @Override
    public boolean isMean(String name) {
        var end = name.lastIndexOf("[" + tag + "=");
        return end >= 0 && metric.isMean(name.substring(0, end));
    }

    @Override
    public boolean isOverExamples() {
        return metric.isOverExamples();
    }

    @Override
    public String toString() {
        return metric + " by " + tag;
    }
}
