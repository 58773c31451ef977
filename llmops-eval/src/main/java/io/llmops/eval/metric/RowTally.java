package io.llmops.eval.metric;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Predicate;

/**
 * Weighted rows of numbers, and every value of theirs with its interval: what a {@link RowMetric} gathers, for metrics
 * that learn only from the observations what their values or columns are. Kept apart are the rows of failures: what they
 * count as, and what they could have been at best. Not safe for use by many threads.
 */
public final class RowTally {

    private final double[] scratch;
    private final RowList answered;
    private final RowList failed;
    private final RowList failedAtBest;
    private final Weights weights = new Weights();
    private double excluded;
    private boolean unknown;

    /**
     * Starts at nothing.
     *
     * @param width how many numbers a row has
     */
    public RowTally(int width) {
        scratch = new double[width];
        answered = new RowList(width);
        failed = new RowList(width);
        failedAtBest = new RowList(width);
    }

    /**
     * Adds the row of an observation that did not fail.
     *
     * @param row finite numbers, copied
     * @param weight finite, above 0
     */
    public void add(double[] row, double weight) {
        answered.add(row, weight);
        weights.add(weight);
    }

    /**
     * Adds the row that a failed observation counts as.
     *
     * @param row finite numbers, copied
     * @param weight finite, above 0
     */
    public void addFailed(double[] row, double weight) {
        failed.add(row, weight);
        weights.add(weight);
    }

    /**
     * Tells what a failed observation could have been at best, whether it counts as a row or is excluded.
     *
     * @param row finite numbers, copied
     * @param weight finite, above 0
     */
    public void addBestOfFailed(double[] row, double weight) {
        failedAtBest.add(row, weight);
    }

    /** Tells that nobody knows what a failed observation could have been. */
    public void addUnknownFailure() {
        unknown = true;
    }

    /**
     * Counts an observation that has no row.
     *
     * @param weight finite, 0 or more
     */
    public void exclude(double weight) {
        excluded += weight;
    }

    int width() {
        return scratch.length;
    }

    /** Adds the row that a reading fills, or excludes what it says has none. */
    void read(Predicate<double[]> reading, boolean isFailed, double weight) {
        Arrays.fill(scratch, 0);
        if (!reading.test(scratch)) {
            exclude(weight);
        } else if (weight > 0 && isFailed) {
            addFailed(scratch, weight);
        } else if (weight > 0) {
            add(scratch, weight);
        }
    }

    /** Tells what a failed observation could have been at best, unless the reading says that nobody knows. */
    void readBestOfFailed(Predicate<double[]> reading, double weight) {
        if (weight > 0) {
            Arrays.fill(scratch, 0);
            if (reading.test(scratch)) {
                addBestOfFailed(scratch, weight);
            } else {
                addUnknownFailure();
            }
        }
    }

    /**
     * Adds all of another tally.
     *
     * @param other left as it is, its rows as wide
     * @param factor what its weights are multiplied with, finite, above 0
     */
    public void merge(RowTally other, double factor) {
        answered.merge(other.answered, factor);
        failed.merge(other.failed, factor);
        failedAtBest.merge(other.failedAtBest, factor);
        weights.merge(other.weights, factor);
        excluded += other.excluded * factor;
        unknown |= other.unknown;
    }

    /**
     * Returns this tally with other rows.
     *
     * @param newWidth how many numbers each then has
     * @param mapping takes a row, and receives the new one in an array of zeros
     * @return the changed copy
     */
    public RowTally mapped(int newWidth, BiConsumer<double[], double[]> mapping) {
        var copy = new RowTally(newWidth);
        answered.mapInto(copy.answered, mapping);
        failed.mapInto(copy.failed, mapping);
        failedAtBest.mapInto(copy.failedAtBest, mapping);
        copy.weights.merge(weights, 1);
        copy.excluded = excluded;
        copy.unknown = unknown;
        return copy;
    }

    /**
     * Shows every row that counts, in the order they came.
     *
     * @param visitor takes each row, not to be kept, and its weight
     */
    public void forEach(ObjDoubleConsumer<double[]> visitor) {
        answered.forEach(visitor);
        failed.forEach(visitor);
    }

    /** {@return the sum and kind of the weights of the rows, a copy} */
    public Weights weights() {
        var copy = new Weights();
        copy.merge(weights, 1);
        return copy;
    }

    /** {@return the sum of the weights of observations without a row} */
    public double excluded() {
        return excluded;
    }

    /**
     * Returns the statistics of the rows.
     *
     * @param count how many statistics there are
     * @param statistics computes them
     * @return the numbers; NaN for one that is undefined, as all are over no rows
     */
    public double[] numbers(int count, RowStatistics statistics) {
        return numbers(count, statistics, failed.size() == 0 ? answered : joined(failed));
    }

    /** Returns some statistics of the rows, by their names. */
    List<OptionalDouble> values(RowShape shape, List<String> names) {
        var numbers = numbers(shape.values().size(), shape.statistics());
        var byName = new HashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(shape.values().get(i).name(), numbers[i]);
        }
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> number.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }

    private static double[] numbers(int count, RowStatistics statistics, RowList rows) {
        var numbers = new double[count];
        if (rows.size() == 0) {
            Arrays.fill(numbers, Double.NaN);
        } else {
            statistics.over(rows.table()).compute(rows.weights(), numbers);
        }
        return numbers;
    }

    /**
     * Returns the statistics of the rows with their uncertainty.
     *
     * @param descriptions of the statistics, in their order
     * @param statistics computes them
     * @param uncertainty how intervals are made
     * @return the values by their names, in the same order
     */
    public Map<String, MetricValue> values(
            List<MetricDescription> descriptions, RowStatistics statistics, Uncertainty uncertainty) {
        return values(new RowShape(descriptions, statistics, true), uncertainty);
    }

    Map<String, MetricValue> values(RowShape shape, Uncertainty uncertainty) {
        var descriptions = shape.values();
        var rows = joined(failed).sorted();
        var numbers = numbers(descriptions.size(), shape.statistics(), rows);
        var best = failedAtBest.size() == 0
                ? numbers
                : numbers(
                        descriptions.size(),
                        shape.statistics(),
                        joined(failedAtBest).sorted());
        var intervals = new RowIntervals(shape, rows, weights, uncertainty);
        var values = new LinkedHashMap<String, MetricValue>();
        for (var i = 0; i < numbers.length; i++) {
            var description = descriptions.get(i);
            values.put(
                    description.name(),
                    Double.isNaN(numbers[i])
                            ? new Undefined(whyUndefined())
                            : new Estimate(
                                    numbers[i],
                                    intervals.interval(i, numbers[i]),
                                    weights.n(),
                                    (long) Math.ceil(excluded),
                                    reach(description.range(), numbers[i], best[i])));
        }
        return values;
    }

    private String whyUndefined() {
        if (weights.sum() > 0) {
            return "not defined over these " + weights.n() + " observations";
        }
        return excluded == 0 ? "no observations" : "no observation has a value; " + (long) excluded + " excluded";
    }

    private Reach reach(Range range, double number, double best) {
        if (unknown || Double.isNaN(best)) {
            return new Reach(Math.min(number, range.min()), Math.max(number, range.max()));
        }
        return new Reach(Math.min(number, best), Math.max(number, best));
    }

    private RowList joined(RowList failures) {
        var all = new RowList(width());
        all.merge(answered, 1);
        all.merge(failures, 1);
        return all;
    }
}
