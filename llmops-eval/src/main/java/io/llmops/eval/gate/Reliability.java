package io.llmops.eval.gate;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;
import java.util.Optional;

/**
 * pass^k at least a threshold: how likely k tries of an example, drawn from those there are, are all right, on average
 * over the examples (Yao and others, "τ-bench", 2024, §3).
 */
record Reliability(int tries, double threshold) implements Condition {

    Reliability {
        if (tries < 2) {
            throw new IllegalArgumentException("expected 2 tries or more, found " + tries);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("expected a share from 0 to 1, found " + threshold);
        }
    }

    private String metric() {
        return "pass^" + tries;
    }

    @Override
    public String text() {
        return metric() + " at least " + threshold;
    }

    @Override
    public Condition allowingExcluded(double share) {
        return this;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        var examples = Examples.of(run);
        var rule = new Rule(
                new Requirement(text(), metric(), threshold),
                0,
                interval -> interval.lower() >= threshold,
                interval -> interval.upper() < threshold);
        if (examples.isEmpty()) {
            return Checked.of(Finding.undefined(rule.requirement(), "no observations"));
        }
        var seen = 0.0;
        var best = 0.0;
        for (var repeats : examples.values()) {
            seen += allRight(repeats, false);
            best += allRight(repeats, true);
        }
        var n = examples.size();
        var estimate = new Estimate(seen / n, Optional.empty(), n, 0, new Reach(seen / n, best / n));
        return Checked.of(rule.finding(new Rate(estimate), n, levels));
    }

    private double allRight(List<? extends Observation<?, ?, ?>> repeats, boolean failedAreRight) {
        if (repeats.size() < tries) {
            throw new IllegalArgumentException("expected " + tries + " tries or more of each example, found "
                    + repeats.size() + " of '" + repeats.get(0).id() + "'; set Evaluation.repeats(" + tries + ")");
        }
        var right = repeats.stream()
                .filter(one -> one.isRight() || (failedAreRight && one.outcome() instanceof Outcome.Failed<?>))
                .count();
        var chance = 1.0;
        for (var i = 0; i < tries; i++) {
            chance *= Math.max(0, right - i) / (double) (repeats.size() - i);
        }
        return chance;
    }
}
