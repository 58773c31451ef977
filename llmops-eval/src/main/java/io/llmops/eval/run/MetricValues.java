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
        var values = new LinkedHashMap<String, MetricValue>();
        for (var metric : withShares(metrics)) {
            sum(metric, observations, uncertainty).forEach((name, value) -> {
                if (values.put(name, value) != null) {
                    throw new IllegalArgumentException("two metrics have a value named '" + name + "'");
                }
            });
        }
        return values;
    }

    private static <O, R> Map<String, MetricValue> sum(
            Metric<O, R> metric,
            List<? extends Observation<?, ? extends O, ? extends R>> observations,
            Uncertainty uncertainty) {
        var values = metric.values(observations, uncertainty);
        if (metric.isOverExamples() || observations.stream().noneMatch(observation -> observation.repeat() > 0)) {
            return values;
        }
        var estimates = new LinkedHashMap<String, MetricValue.Estimate>();
        values.forEach((name, value) -> value.estimate().ifPresent(estimate -> estimates.put(name, estimate)));
        var clustered = new LinkedHashMap<>(values);
        clustered.putAll(new ClusteredIntervals<>(metric, observations, uncertainty).of(estimates));
        return clustered;
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
