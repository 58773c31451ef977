package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps the rows of a row metric: those of answers, and of failures what they count as and could have been. */
final class RowAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final RowMetric<O, R> metric;
    private final double[] row;
    private final RowList answered;
    private final RowList failed;
    private final RowList failedAtBest;
    private final Weights weights = new Weights();
    private double excluded;
    private boolean unknown;

    RowAccumulator(RowMetric<O, R> metric) {
        this.metric = metric;
        var width = metric.statistics().width();
        row = new double[width];
        answered = new RowList(width);
        failed = new RowList(width);
        failedAtBest = new RowList(width);
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        Arrays.fill(row, 0);
        var isFailed = observation.outcome() instanceof Outcome.Failed<?>;
        if (!metric.reader().read(observation, row)) {
            excluded += weight;
        } else if (weight > 0) {
            (isFailed ? failed : answered).add(row, weight);
            weights.add(weight);
        }
        if (isFailed && weight > 0) {
            Arrays.fill(row, 0);
            if (metric.reader().readBest(observation, row)) {
                failedAtBest.add(row, weight);
            } else {
                unknown = true;
            }
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof RowAccumulator<O, R> mine)
                || !mine.metric.describe().equals(metric.describe())) {
            throw new IllegalArgumentException("expected an accumulator of " + metric + ", found another's");
        }
        if (weight > 0) {
            answered.merge(mine.answered, weight);
            failed.merge(mine.failed, weight);
            failedAtBest.merge(mine.failedAtBest, weight);
            weights.merge(mine.weights, weight);
            excluded += mine.excluded * weight;
            unknown |= mine.unknown;
        }
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var descriptions = metric.describe();
        var rows = joined(failed).sorted();
        var numbers = numbers(rows);
        var best = failedAtBest.size() == 0
                ? numbers
                : numbers(joined(failedAtBest).sorted());
        var intervals = new RowIntervals(metric, rows, weights, uncertainty);
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
        var all = new RowList(row.length);
        all.merge(answered, 1);
        all.merge(failures, 1);
        return all;
    }

    private double[] numbers(RowList rows) {
        var numbers = new double[metric.describe().size()];
        if (rows.size() == 0) {
            Arrays.fill(numbers, Double.NaN);
        } else {
            metric.statistics().over(rows.table()).compute(rows.weights(), numbers);
        }
        return numbers;
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var numbers = numbers(failed.size() == 0 ? answered : joined(failed));
        var byName = new LinkedHashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(metric.describe().get(i).name(), numbers[i]);
        }
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> number.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
