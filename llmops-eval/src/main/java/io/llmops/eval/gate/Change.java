package io.llmops.eval.gate;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Visit;
import io.llmops.eval.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric against that of a baseline, on differences of pairs: no worse by more than a margin, or, without a margin,
 * better.
 */
record Change(EvaluationRun<?, ?, ?> baseline, String metric, Optional<Double> margin, double allowedExcluded)
        implements Condition {

    Change {
        margin.filter(most -> !(most >= 0 && most < Double.POSITIVE_INFINITY)).ifPresent(most -> {
            throw new IllegalArgumentException("expected a margin of 0 or more for '" + metric + "', found " + most);
        });
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new Change(baseline, metric, margin, share);
    }

    @Override
    public String text() {
        return margin.map(most -> metric + " no worse than '" + baseline.name() + "' by more than " + most)
                .orElseGet(() -> metric + " better than '" + baseline.name() + "'");
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        @SuppressWarnings("unchecked") // both are compared by metrics of the run, which check what they are given
        var comparison = Comparison.of((EvaluationRun<?, O, R>) baseline, run);
        var rule = rule(isLowerBetter(run));
        var evidence = new PairedEvidence<>(comparison, metric);
        return Checked.of(evidence.change(levels.pass())
                .match(
                        change -> rule.finding(evidence, Examples.count(run), levels),
                        reason -> Finding.undefined(rule.requirement(), reason)));
    }

    @Override
    public <O, R> Look<O, R> look(Visit<O, R> visit, Levels levels, double miss) {
        var definition = Early.mean(visit, metric);
        @SuppressWarnings("unchecked") // compared by a metric of the evaluation, which checks what it is given
        var before = Examples.of((EvaluationRun<?, O, R>) baseline);
        if (before.size() != visit.examples()) {
            throw new IllegalArgumentException("expected the same examples as in '" + baseline.name() + "', which has "
                    + before.size() + ", found " + visit.examples());
        }
        var description = definition.describe(metric).orElseThrow();
        var width = description.range().max() - description.range().min();
        return new MeanLook<>(
                rule(description.direction() == Direction.LOWER_IS_BETTER),
                new MeanLook.Setting<>(
                        repeats -> difference(definition, repeats, before),
                        new Range(-width, width),
                        new Forecast(true, description.range().equals(Range.UNIT), visit.examples(), levels),
                        miss,
                        visit.examples()));
    }

    private <O, R> OptionalDouble difference(
            Metric<? super O, ? super R> definition,
            List<? extends Observation<?, O, R>> repeats,
            Map<String, ? extends List<? extends Observation<?, O, R>>> before) {
        var id = repeats.get(0).id();
        var known = before.get(id);
        if (known == null) {
            throw new IllegalArgumentException("expected the same examples as in '" + baseline.name() + "', found '"
                    + id + "', which is not in it");
        }
        var from = MeanMetrics.of(definition, metric, known);
        var to = MeanMetrics.of(definition, metric, repeats);
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
                : OptionalDouble.empty();
    }

    private boolean isLowerBetter(EvaluationRun<?, ?, ?> run) {
        return run.describe(metric)
                .or(() -> baseline.describe(metric))
                .map(MetricDescription::direction)
                .filter(direction -> direction == Direction.LOWER_IS_BETTER)
                .isPresent();
    }

    private Rule rule(boolean lowerIsBetter) {
        var sign = lowerIsBetter ? -1 : 1;
        var least = sign * -margin.orElse(0.0) + 0.0;
        return new Rule(
                new Requirement(text(), metric, least),
                allowedExcluded,
                change -> passes(lowerIsBetter ? -change.upper() : change.lower()),
                change -> fails(lowerIsBetter ? mirrored(change) : change));
    }

    private static Interval mirrored(Interval change) {
        return new Interval(-change.upper(), -change.lower(), change.level(), change.method());
    }

    /** Takes the lower bound of the change for the better. */
    private boolean passes(double lower) {
        return margin.map(most -> lower >= -most).orElse(lower > 0);
    }

    /** Worse at all, unless it was shown that it is not by more than the margin; or no better. */
    private boolean fails(Interval change) {
        return margin.isPresent() ? change.upper() < 0 : change.upper() <= 0;
    }
}
