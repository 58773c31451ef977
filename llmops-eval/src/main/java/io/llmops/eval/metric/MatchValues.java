package io.llmops.eval.metric;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of a match report with their uncertainty. */
final class MatchValues {

    private static final List<String> NOTHING =
            List.of("answered", "in the references", "answered or in the references");

    private final List<MatchAccumulator.Part> parts;
    private final Weights weights;
    private final double level;
    private final MatchTally totals = new MatchTally();
    private final MatchTally best = new MatchTally();
    private final MatchStatistics statistics;
    private final MatchSupport support;

    MatchValues(MatchReport<?, ?> report, List<MatchAccumulator.Part> parts, Weights weights, double level) {
        this.parts = parts;
        this.weights = weights;
        this.level = level;
        for (var part : parts) {
            totals.add(part.tally(), part.weight());
            best.add(part.failed() ? part.tally().atBest() : part.tally(), part.weight());
        }
        var labels = List.copyOf(totals.labels());
        statistics = new MatchStatistics(report, labels);
        support = new MatchSupport(labels, totals, weights.scale());
        parts.forEach(support::add);
    }

    Map<String, MetricValue> values() {
        var numbers = statistics.numbers(totals, parts.isEmpty());
        var variances = MatchVariance.of(statistics, totals, parts, weights.areWhole());
        var atBest = statistics.numbers(best, parts.isEmpty());
        var values = new LinkedHashMap<String, MetricValue>();
        var names = statistics.names();
        for (var i = 0; i < numbers.length; i++) {
            values.put(names.get(i), value(i, numbers[i], variances[i], atBest[i]));
        }
        return values;
    }

    private MetricValue value(int i, double number, double variance, double atBest) {
        if (Double.isNaN(number)) {
            return new Undefined(
                    parts.isEmpty() ? "no observations" : "nothing of it is " + NOTHING.get(MatchStatistics.family(i)));
        }
        var reach =
                Double.isNaN(atBest) ? Reach.at(number) : new Reach(Math.min(number, atBest), Math.max(number, atBest));
        var examples = support.examples(i);
        if (examples == 0) {
            return new Estimate(number, Optional.empty(), 0, 0, reach);
        }
        var effective = number * (1 - number) / variance;
        var n = variance > 0 && effective > 0
                ? Math.max(Math.min(1, examples), Math.min(support.things(i), effective))
                : examples;
        return new Estimate(number, Optional.of(wilson(number, n)), Math.round(support.n(i)), 0, reach);
    }

    private Interval wilson(double number, double n) {
        var interval = Proportions.wilson(number * n, n, level);
        return new Interval(
                Math.min(number, interval.lower()), Math.max(number, interval.upper()), level, "wilson by examples");
    }
}
