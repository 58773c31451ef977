package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps a row for each observation; rows of labels as codes, which become places in the labels' order. */
final class RowAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final RowSource<O, R> source;
    private final RowShape shape;
    private final LabelCodes labels = new LabelCodes();
    private final RowTally tally;

    RowAccumulator(RowSource<O, R> source, RowShape shape) {
        this.source = source;
        this.shape = shape;
        tally = new RowTally(shape.statistics().width());
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        Weights.require(weight);
        var isFailed = observation.outcome() instanceof Outcome.Failed<?>;
        tally.read(row -> source.read(observation, row, labels), isFailed, weight);
        if (isFailed) {
            tally.readBestOfFailed(row -> source.readBest(observation, row, labels), weight);
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof RowAccumulator<O, R> mine)) {
            throw new IllegalArgumentException("expected an accumulator of rows, found another's");
        }
        shape.requireSame(mine.shape);
        if (weight > 0) {
            tally.merge(coded(mine.tally, labels.translate(mine.labels)), weight);
        }
    }

    private static RowTally coded(RowTally tally, int[] codes) {
        return codes.length == 0
                ? tally
                : tally.mapped(tally.width(), (row, into) -> {
                    for (var i = 0; i < row.length; i++) {
                        into[i] = codes[(int) row[i]];
                    }
                });
    }

    private RowTally inOrder() {
        return coded(tally, labels.places(LabelCodes.inOrder(labels.labels())));
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return inOrder().values(shape, uncertainty);
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        return inOrder().values(shape, names);
    }
}
