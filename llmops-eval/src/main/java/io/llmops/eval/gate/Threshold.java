package io.llmops.eval.gate;

import io.llmops.eval.metric.Range;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Visit;
import io.llmops.eval.stats.Interval;

/** A metric at least, or at most, a threshold. */
record Threshold(String metric, boolean atLeast, double threshold, double allowedExcluded) implements Condition {

    Threshold {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("expected a finite threshold for '" + metric + "', found " + threshold);
        }
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new Threshold(metric, atLeast, threshold, share);
    }

    @Override
    public String text() {
        return metric + (atLeast ? " at least " : " at most ") + threshold;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        return Checked.of(run.metric(metric)
                .match(
                        estimate -> rule().finding(RunEvidence.of(run, metric, estimate), Examples.count(run), levels),
                        reason -> Finding.undefined(rule().requirement(), reason)));
    }

    @Override
    public <O, R> Look<O, R> look(Visit<O, R> visit, Levels levels, double miss) {
        var definition = Early.mean(visit, metric);
        var range = definition.describe(metric).orElseThrow().range();
        return new MeanLook<>(
                rule(),
                new MeanLook.Setting<>(
                        repeats -> MeanMetrics.of(definition, metric, repeats),
                        range,
                        new Forecast(false, range.equals(Range.UNIT), visit.examples(), levels),
                        miss,
                        visit.examples()));
    }

    private Rule rule() {
        return new Rule(new Requirement(text(), metric, threshold), allowedExcluded, this::passes, this::fails);
    }

    private boolean passes(Interval interval) {
        return atLeast ? interval.lower() >= threshold : interval.upper() <= threshold;
    }

    private boolean fails(Interval interval) {
        return atLeast ? interval.upper() < threshold : interval.lower() > threshold;
    }
}
