package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/**
 * A metric whose values are functions of rows of numbers, one row an observation: counts of n-grams, a score and a label,
 * a prediction and what was right. The rows are kept, so every value has an interval: a bootstrap over the rows, bias
 * corrected where a jackknife is affordable; for functions of sums, or with derivatives, over more than 20,000 rows (or as
 * much work) the delta method; where nothing varied, Wilson's at the ends of a bounded range, or none; and first of all a
 * formula where the statistics have one. Immutable.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class RowMetric<O, R> implements Metric<O, R> {

    private final RowSource<O, R> source;
    private final RowShape shape;

    private RowMetric(RowSource<O, R> source, RowShape shape) {
        this.source = source;
        this.shape = shape;
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
        Objects.requireNonNull(reader, "reader");
        return new RowMetric<>(RowSource.ofNumbers(reader), new RowShape(values, statistics, true));
    }

    /**
     * Returns a metric of rows of labels. The statistics see each label as its number in the order of all labels, from 0:
     * the same label has the same number in every column.
     *
     * @param values what the statistics are, in their order
     * @param reader makes a row of labels of an observation
     * @param statistics computes the values of weighted rows
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     */
    public static <O, R> RowMetric<O, R> ofLabels(
            List<MetricDescription> values, LabelReader<O, R> reader, RowStatistics statistics) {
        Objects.requireNonNull(reader, "reader");
        return new RowMetric<>(RowSource.ofLabels(reader), new RowShape(values, statistics, true));
    }

    /**
     * Returns a metric of rows that are examples, each with all its repeats. An observation that comes twice is one
     * repeat that counts twice; an example counts as its repeats do on average. Intervals are over examples, so repeats of
     * one example are never taken for independent.
     *
     * @param values what the statistics are, in their order
     * @param reader makes a row of the repeats of an example
     * @param statistics computes the values of weighted rows
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     */
    public static <O, R> Metric<O, R> ofRepeats(
            List<MetricDescription> values, RepeatsReader<O, R> reader, RowStatistics statistics) {
        return new RepeatsMetric<>(reader, new RowShape(values, statistics, true));
    }

    /**
     * Returns this metric with values alone, for statistics of which resampling does not tell the uncertainty, such as a
     * maximum.
     *
     * @return the changed copy
     */
    public RowMetric<O, R> withoutIntervals() {
        return new RowMetric<>(source, new RowShape(shape.values(), shape.statistics(), false));
    }

    @Override
    public List<MetricDescription> describe() {
        return shape.values();
    }

    @Override
    public Metric.Accumulator<O, R> accumulator() {
        return new RowAccumulator<>(source, shape);
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return RowCell.of(source, shape.statistics().width(), observation);
    }

    @Override
    public String toString() {
        return "rows of " + shape.names();
    }
}
