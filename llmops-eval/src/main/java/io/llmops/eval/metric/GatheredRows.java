package io.llmops.eval.metric;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Rows of answers, and of failures what they count as and could have been. Where rows hold labels, they hold the
 * numbers under which the labels came, and statistics see numbers in the order of the labels. Not safe for use by many
 * threads.
 */
final class GatheredRows {

    private final RowShape shape;
    private final Labels labels = new Labels();
    private final double[] row;
    private final RowList answered;
    private final RowList failed;
    private final RowList failedAtBest;
    private final Weights weights = new Weights();
    private double excluded;
    private boolean unknown;

    GatheredRows(RowShape shape) {
        this.shape = shape;
        var width = shape.statistics().width();
        row = new double[width];
        answered = new RowList(width);
        failed = new RowList(width);
        failedAtBest = new RowList(width);
    }

    Labels labels() {
        return labels;
    }

    /** Adds a row that the reading fills, unless it says that there is none. */
    void add(Predicate<double[]> reading, double weight) {
        addTo(answered, reading, weight);
    }

    /** Adds the row of something that failed, and the one it would have had at best. */
    void addFailed(Predicate<double[]> reading, Predicate<double[]> readingAtBest, double weight) {
        addTo(failed, reading, weight);
        if (weight > 0) {
            Arrays.fill(row, 0);
            if (readingAtBest.test(row)) {
                failedAtBest.add(row, weight);
            } else {
                unknown = true;
            }
        }
    }

    private void addTo(RowList list, Predicate<double[]> reading, double weight) {
        Arrays.fill(row, 0);
        if (!reading.test(row)) {
            excluded += weight;
        } else if (weight > 0) {
            list.add(row, weight);
            weights.add(weight);
        }
    }

    void merge(GatheredRows other, double weight) {
        shape.requireSame(other.shape);
        if (weight > 0) {
            var numbers = other.labels.numbersIn(labels);
            answered.merge(numbered(other.answered, numbers), weight);
            failed.merge(numbered(other.failed, numbers), weight);
            failedAtBest.merge(numbered(other.failedAtBest, numbers), weight);
            weights.merge(other.weights, weight);
            excluded += other.excluded * weight;
            unknown |= other.unknown;
        }
    }

    private static RowList numbered(RowList rows, double[] numbers) {
        return numbers.length == 0 ? rows : rows.renumbered(numbers);
    }

    Map<String, MetricValue> values(Uncertainty uncertainty) {
        var rows = joined(failed).sorted();
        var numbers = numbers(rows);
        var best = failedAtBest.size() == 0
                ? numbers
                : numbers(joined(failedAtBest).sorted());
        var intervals = new RowIntervals(shape, rows, weights, uncertainty);
        var values = new LinkedHashMap<String, MetricValue>();
        for (var i = 0; i < numbers.length; i++) {
            var description = shape.values().get(i);
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
        var all = new RowList(row.length);
        all.merge(answered, 1);
        all.merge(failures, 1);
        return numbered(all, labels.ranks());
    }

    private double[] numbers(RowList rows) {
        var numbers = new double[shape.values().size()];
        if (rows.size() == 0) {
            Arrays.fill(numbers, Double.NaN);
        } else {
            shape.statistics().over(rows.table()).compute(rows.weights(), numbers);
        }
        return numbers;
    }

    List<OptionalDouble> values(List<String> names) {
        var numbers = numbers(failed.size() == 0 && labels.isEmpty() ? answered : joined(failed));
        var byName = new LinkedHashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(shape.values().get(i).name(), numbers[i]);
        }
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> number.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
