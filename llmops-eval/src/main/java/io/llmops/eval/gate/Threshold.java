package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
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
    public <I, O, R> Finding check(EvaluationRun<I, O, R> run) {
        var condition = metric + (atLeast ? " at least " : " at most ") + threshold;
        var value = run.metric(metric);
        var rule = new Bounds.Rule(condition, metric, allowedExcluded, this::decide);
        return value.match(
                rule::finding,
                reason -> new Finding(
                        condition,
                        metric,
                        new MetricValue.Undefined(reason),
                        Decision.INCONCLUSIVE,
                        "undefined: " + reason));
    }

    private Decision decide(Interval interval) {
        if (atLeast) {
            return interval.lower() >= threshold
                    ? Decision.PASS
                    : interval.upper() < threshold ? Decision.FAIL : Decision.INCONCLUSIVE;
        }
        return interval.upper() <= threshold
                ? Decision.PASS
                : interval.lower() > threshold ? Decision.FAIL : Decision.INCONCLUSIVE;
    }
}
