package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.Arrays;
import java.util.List;

/** What a metric over rows sees of an observation; no numbers if it is excluded. Immutable. */
record RowCell(List<Double> numbers, boolean failed) {

    static <O, R> RowCell of(RowReader<O, R> reader, int width, Observation<?, ? extends O, ? extends R> observation) {
        var row = new double[width];
        var numbers = reader.read(observation, row) ? Arrays.stream(row).boxed().toList() : List.<Double>of();
        return new RowCell(numbers, observation.outcome() instanceof Outcome.Failed<?>);
    }
}
