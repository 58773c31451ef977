package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.Arrays;
import java.util.List;

/** What a metric over rows sees of an observation: numbers or labels, none if it is excluded. Immutable. */
record RowCell(List<?> row, boolean failed) {

    static <O, R> RowCell of(RowReader<O, R> reader, int width, Observation<?, ? extends O, ? extends R> observation) {
        return of(RowSource.ofNumbers(reader), width, observation);
    }

    static <O, R> RowCell of(RowSource<O, R> source, int width, Observation<?, ? extends O, ? extends R> observation) {
        var numbers = new double[width];
        var codes = new LabelCodes();
        var found = source.read(observation, numbers, codes);
        var labels = codes.labels();
        var row = Arrays.stream(found ? numbers : new double[0])
                .<Object>mapToObj(number -> labels.isEmpty() ? number : labels.get((int) number))
                .toList();
        return new RowCell(row, observation.outcome() instanceof Outcome.Failed<?>);
    }
}
