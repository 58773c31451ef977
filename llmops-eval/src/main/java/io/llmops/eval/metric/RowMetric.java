package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * A metric whose values are functions of rows of numbers, one row an observation: counts of n-grams, a score and a label,
 * a prediction and what was right. The rows are kept, so every value has an interval: a bootstrap over the rows, bias
 * corrected where a jackknife is affordable; for functions of sums, or with derivatives, over more than 20,000 rows (or as
 * much work) the delta method; and where nothing varied, Wilson's at the ends of a bounded range, or none. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class RowMetric<O, R> implements Metric<O, R> {

    private final List<MetricDescription> values;
    private final RowReader<O, R> reader;
    private final RowStatistics statistics;

    private RowMetric(List<MetricDescription> values, RowReader<O, R> reader, RowStatistics statistics) {
        this.values = List.copyOf(values);
        this.reader = Objects.requireNonNull(reader, "reader");
        this.statistics = Objects.requireNonNull(statistics, "statistics");
    }

    /**
     * Returns a metric.
     *
     * @param values what the statistics are, in their order
     * @param reader makes a row of an observation
     * @param statistics computes the values of weighted rows
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     */
    public static <O, R> RowMetric<O, R> of(
            List<MetricDescription> values, RowReader<O, R> reader, RowStatistics statistics) {
        return new RowMetric<>(values, reader, statistics);
    }

    RowReader<O, R> reader() {
        return reader;
    }

    RowStatistics statistics() {
        return statistics;
    }

    @Override
    public List<MetricDescription> describe() {
        return values;
    }

    @Override
    public Metric.Accumulator<O, R> accumulator() {
        return new RowAccumulator<>(this);
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return RowCell.of(reader, statistics.width(), observation);
    }

    @Override
    public String toString() {
        return "rows of " + values.stream().map(MetricDescription::name).toList();
    }
}
