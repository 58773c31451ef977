package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * Several means of what is read of each observation at once, e.g. the measures of one ranking; each has the interval that
 * a scorer's mean has. Keeps sums, not rows. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class MeanMetric<O, R> implements Metric<O, R> {

    private final List<MetricDescription> values;
    private final RowReader<O, R> reader;

    private MeanMetric(List<MetricDescription> values, RowReader<O, R> reader) {
        this.values = List.copyOf(values);
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /**
     * Returns a metric.
     *
     * @param values what the means are of, one for each number of a row
     * @param reader reads the numbers of an observation; a number that is NaN means that this mean is not about this
     *     observation, which then does not count in it
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     */
    public static <O, R> MeanMetric<O, R> of(List<MetricDescription> values, RowReader<O, R> reader) {
        return new MeanMetric<>(values, reader);
    }

    @Override
    public List<MetricDescription> describe() {
        return values;
    }

    @Override
    public Accumulator<O, R> accumulator() {
        return new MeanAccumulator<>(values, reader);
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return RowCell.of(reader, values.size(), observation);
    }

    @Override
    public boolean isMean(String name) {
        return true;
    }

    @Override
    public String toString() {
        return "means of " + values.stream().map(MetricDescription::name).toList();
    }
}
