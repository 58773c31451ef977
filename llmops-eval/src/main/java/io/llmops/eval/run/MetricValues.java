package io.llmops.eval.run;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.OutcomeShares;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up observations with several metrics. */
final class MetricValues {

    private MetricValues() {}

    static <O, R> Map<String, MetricValue> of(
            List<? extends Metric<? super O, ? super R>> metrics,
            List<? extends Observation<?, O, R>> observations,
            Uncertainty uncertainty) {
        var sums = new ArrayList<Sum<? super O, ? super R>>();
        withShares(metrics).forEach(metric -> sums.add(Sum.of(metric)));
        var repeated = false;
        for (var observation : observations) {
            for (var sum : sums) {
                sum.accumulator().add(observation, 1);
            }
            repeated |= observation.repeat() > 0;
        }
        var values = new LinkedHashMap<String, MetricValue>();
        for (var sum : sums) {
            var more = repeated && !sum.metric().isOverExamples()
                    ? sum.clustered(observations, uncertainty)
                    : sum.values(uncertainty);
            more.forEach((name, value) -> {
                if (values.put(name, value) != null) {
                    throw new IllegalArgumentException("two metrics have a value named '" + name + "'");
                }
            });
        }
        return values;
    }

    /** A metric with what it has gathered, so that observations are gone through once for all metrics. */
    private record Sum<O, R>(Metric<O, R> metric, Metric.Accumulator<O, R> accumulator) {

        static <O, R> Sum<O, R> of(Metric<O, R> metric) {
            return new Sum<>(metric, metric.accumulator());
        }

        Map<String, MetricValue> values(Uncertainty uncertainty) {
            return accumulator.values(uncertainty);
        }

        /** Returns the values where examples were repeated. */
        Map<String, MetricValue> clustered(
                List<? extends Observation<?, ? extends O, ? extends R>> observations, Uncertainty uncertainty) {
            var values = values(uncertainty);
            var estimates = new LinkedHashMap<String, MetricValue.Estimate>();
            values.forEach((name, value) -> value.estimate().ifPresent(estimate -> estimates.put(name, estimate)));
            var clustered = new LinkedHashMap<>(values);
            clustered.putAll(new ClusteredIntervals<>(metric, observations, uncertainty).of(estimates));
            return clustered;
        }
    }

    /** Returns the metrics and, if it is not among them, the shares every run has. */
    static <O, R> List<Metric<? super O, ? super R>> withShares(List<? extends Metric<? super O, ? super R>> metrics) {
        var all = new ArrayList<Metric<? super O, ? super R>>(metrics);
        if (metrics.stream().noneMatch(OutcomeShares.class::isInstance)) {
            all.add(new OutcomeShares());
        }
        return all;
    }
}
