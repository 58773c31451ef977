package io.llmops.eval.gate;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric's change between two runs over the same examples. Few pairs that changed can't tell a bootstrap how much they
 * might: its bounds are moved out to where Tango's would be for the same pairs, in units of the standard error.
 */
final class PairedEvidence<O, R> implements Evidence {

    private static final String TANGO = "tango";

    private final Comparison<O, R> comparison;
    private final String metric;
    private final Map<Double, MetricValue> changes = new HashMap<>();
    private @Nullable PairedCounts counts;

    PairedEvidence(Comparison<O, R> comparison, String metric) {
        this.comparison = comparison;
        this.metric = metric;
    }

    /** Returns the change with its interval at a confidence; undefined where one of the two is. */
    MetricValue change(double level) {
        return changes.computeIfAbsent(
                level,
                some -> comparison
                        .difference(
                                metric,
                                comparison.other().provenance().uncertainty().withLevel(some))
                        .change());
    }

    @Override
    public Estimate at(double level) {
        var change = change(level).estimate().orElseThrow();
        return new Estimate(
                change.value(),
                change.interval().map(interval -> ofFewChanges(change.value(), interval)),
                change.n(),
                change.excluded(),
                change.reach());
    }

    private Interval ofFewChanges(double value, Interval interval) {
        if (!interval.method().startsWith("bootstrap")) {
            return interval;
        }
        var changed = ChangedPairs.of(comparison.pairs(), definition());
        return changed.areNone()
                ? changed.widened(value, interval, widthBesideRate())
                : changed.widened(value, interval);
    }

    /** Returns how wide the metric's own interval is, in widths of that of the share of right answers. */
    private double widthBesideRate() {
        var run = comparison.other();
        var right = run.observations().stream().filter(Observation::isRight).count();
        var rate = Proportions.wilson(
                (double) right,
                (double) run.observations().size(),
                run.provenance().uncertainty().level());
        return run.metric(metric)
                .estimate()
                .flatMap(Estimate::interval)
                .map(interval -> interval.width() / rate.width())
                .orElse(0.0);
    }

    @Override
    public Projection projected(double value, Interval interval, double factor) {
        if (!interval.method().equals(TANGO)) {
            return Evidence.super.projected(value, interval, factor);
        }
        var table = counts();
        var discordant = (table.onlyA() + table.onlyB()) / table.total();
        var scaled = new PairedCounts(
                table.both() * factor, table.onlyA() * factor, table.onlyB() * factor, table.neither() * factor);
        return new Projection(
                Proportions.tango(scaled, interval.level()),
                Math.sqrt(Math.max(0, discordant - value * value) / scaled.total()));
    }

    private PairedCounts counts() {
        var known = counts;
        if (known == null) {
            known = table();
            counts = known;
        }
        return known;
    }

    private Metric<? super O, ? super R> definition() {
        return Metric.having(metric, comparison.other().definitions())
                .or(() -> Metric.having(metric, comparison.baseline().definitions()))
                .orElseThrow();
    }

    /** Returns who has the value 1, of a metric that is 0 or 1 for each observation alone: the other run is A. */
    private PairedCounts table() {
        var definition = definition();
        var table = new double[4];
        for (var pair : comparison.pairs()) {
            table[isOne(definition, pair.other()) + 2 * isOne(definition, pair.baseline())]++;
        }
        return new PairedCounts(table[3], table[1], table[2], table[0]);
    }

    private int isOne(Metric<? super O, ? super R> definition, Observation<?, O, R> observation) {
        var value = MeanMetrics.of(definition, metric, List.of(observation));
        return value.isPresent() && value.getAsDouble() == 1 ? 1 : 0;
    }
}
