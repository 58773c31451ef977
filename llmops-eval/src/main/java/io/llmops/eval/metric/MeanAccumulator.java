package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The weighted means of what a reader reads of observations. */
final class MeanAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final List<MetricDescription> values;
    private final RowReader<O, R> reader;
    private final double[] row;
    private final RunningMean[] means;
    private double excluded;
    private double failedExcluded;

    MeanAccumulator(List<MetricDescription> values, RowReader<O, R> reader) {
        this.values = values;
        this.reader = reader;
        row = new double[values.size()];
        means = Stream.generate(RunningMean::new).limit(values.size()).toArray(RunningMean[]::new);
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        Arrays.fill(row, 0);
        var isFailed = observation.outcome() instanceof Outcome.Failed<?>;
        if (reader.read(observation, row)) {
            for (var i = 0; i < row.length; i++) {
                if (!Double.isNaN(row[i])) {
                    means[i].add(row[i], weight, isFailed);
                }
            }
        } else {
            excluded += weight;
            failedExcluded += isFailed ? weight : 0;
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MeanAccumulator<O, R> mine) || !mine.values.equals(values)) {
            throw new IllegalArgumentException("expected an accumulator of "
                    + values.stream().map(MetricDescription::name).toList() + ", found another's");
        }
        for (var i = 0; i < means.length; i++) {
            means[i].merge(mine.means[i], weight);
        }
        excluded += mine.excluded * weight;
        failedExcluded += mine.failedExcluded * weight;
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var all = new LinkedHashMap<String, MetricValue>();
        for (var i = 0; i < means.length; i++) {
            var value = values.get(i);
            all.put(
                    value.name(),
                    means[i].isEmpty()
                            ? new Undefined(whyUndefined())
                            : means[i].estimate(value.range(), excluded, failedExcluded, uncertainty.level()));
        }
        return all;
    }

    private String whyUndefined() {
        if (excluded > 0) {
            return "no observation has a score; " + (long) Math.ceil(excluded) + " excluded";
        }
        return Arrays.stream(means).allMatch(RunningMean::isEmpty)
                ? "no observations"
                : "no observation is of the kind it is about";
    }

    @Override
    public OptionalDouble value(String name) {
        for (var i = 0; i < means.length; i++) {
            if (values.get(i).name().equals(name)) {
                return means[i].isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(means[i].mean(values.get(i).range()));
            }
        }
        return OptionalDouble.empty();
    }
}
