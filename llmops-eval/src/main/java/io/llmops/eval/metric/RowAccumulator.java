package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps a row for each observation. */
final class RowAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final RowSource<O, R> source;
    private final GatheredRows rows;

    RowAccumulator(RowSource<O, R> source, RowShape shape) {
        this.source = source;
        rows = new GatheredRows(shape);
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        if (observation.outcome() instanceof Outcome.Failed<?>) {
            rows.addFailed(
                    row -> source.read(observation, row, rows.labels()),
                    row -> source.readBest(observation, row, rows.labels()),
                    weight);
        } else {
            rows.add(row -> source.read(observation, row, rows.labels()), weight);
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof RowAccumulator<O, R> mine)) {
            throw new IllegalArgumentException("expected an accumulator of rows, found another's");
        }
        rows.merge(mine.rows, weight);
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return rows.values(uncertainty);
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        return rows.values(names);
    }
}
