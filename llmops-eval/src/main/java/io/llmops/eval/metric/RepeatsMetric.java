package io.llmops.eval.metric;

import java.util.List;
import java.util.Objects;

/** A metric of rows that are examples, see {@link RowMetric#ofRepeats}. */
record RepeatsMetric<O, R>(RepeatsReader<O, R> reader, RowShape shape) implements Metric<O, R> {

    RepeatsMetric {
        Objects.requireNonNull(reader, "reader");
    }

    @Override
    public List<MetricDescription> describe() {
        return shape.values();
    }

    @Override
    public Accumulator<O, R> accumulator() {
        return new RepeatsAccumulator<>(reader, shape);
    }

    @Override
    public boolean isOverExamples() {
        return true;
    }

    @Override
    public String toString() {
        return "examples of " + shape.names();
    }
}
