package io.llmops.eval.gate;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;
import java.util.OptionalDouble;

/** Metrics that are the mean of what they are for each observation alone. */
final class MeanMetrics {

    private MeanMetrics() {}

    /** Returns whether a run knows a metric as a mean of numbers from 0 to 1. */
    static boolean unitScale(EvaluationRun<?, ?, ?> run, String metric) {
        return Metric.having(metric, run.definitions())
                .filter(definition -> definition.isMean(metric))
                .flatMap(definition -> definition.describe(metric))
                .filter(description -> description.range().equals(Range.UNIT))
                .isPresent();
    }

    /** Returns what a metric is for some observations alone. */
    static <O, R> OptionalDouble of(
            Metric<O, R> metric, String name, List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        var accumulator = metric.accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        return accumulator.value(name);
    }
}
