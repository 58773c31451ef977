package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps the rows of a row metric: those of answers, and of failures what they count as and could have been. */
final class RowAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final RowMetric<O, R> metric;
    private final double[] row;
    private final RowTally tally;

    RowAccumulator(RowMetric<O, R> metric) {
        this.metric = metric;
        row = new double[metric.statistics().width()];
        tally = new RowTally(row.length);
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        Arrays.fill(row, 0);
        var isFailed = observation.outcome() instanceof Outcome.Failed<?>;
        if (!metric.reader().read(observation, row)) {
            tally.exclude(weight);
        } else if (weight > 0 && isFailed) {
            tally.addFailed(row, weight);
        } else if (weight > 0) {
            tally.add(row, weight);
        }
        if (isFailed && weight > 0) {
            Arrays.fill(row, 0);
            if (metric.reader().readBest(observation, row)) {
                tally.addBestOfFailed(row, weight);
            } else {
                tally.addUnknownFailure();
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
            tally.merge(mine.tally, weight);
        }
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return tally.values(metric.describe(), metric.statistics(), uncertainty);
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var numbers = tally.numbers(metric.describe().size(), metric.statistics());
        var byName = new HashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(metric.describe().get(i).name(), numbers[i]);
        }
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> number.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
