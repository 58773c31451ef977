package io.llmops.eval.gate;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.Interval;

/** A metric no worse than that of a baseline by more than a margin, on differences of pairs. */
record NonInferiority(EvaluationRun<?, ?, ?> baseline, String metric, double margin, double allowedExcluded)
        implements Condition {

    NonInferiority {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected a margin of 0 or more for '" + metric + "', found " + margin);
        }
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new NonInferiority(baseline, metric, margin, share);
    }

    @Override
    public <I, O, R> Finding check(EvaluationRun<I, O, R> run) {
        var condition = metric + " no worse than '" + baseline.name() + "' by more than " + margin;
        @SuppressWarnings("unchecked") // both are compared by metrics of the run, which check what they are given
        var comparison = Comparison.of((EvaluationRun<?, O, R>) baseline, run);
        var lowerIsBetter = run.describe(metric)
                .or(() -> baseline.describe(metric))
                .map(MetricDescription::direction)
                .filter(direction -> direction == Direction.LOWER_IS_BETTER)
                .isPresent();
        var rule = new Bounds.Rule(condition, metric, allowedExcluded, interval -> decide(interval, lowerIsBetter));
        return comparison
                .difference(metric)
                .change()
                .match(
                        rule::finding,
                        reason -> new Finding(
                                condition,
                                metric,
                                new MetricValue.Undefined(reason),
                                Decision.INCONCLUSIVE,
                                "undefined: " + reason));
    }

    private Decision decide(Interval change, boolean lowerIsBetter) {
        var lower = lowerIsBetter ? -change.upper() : change.lower();
        var upper = lowerIsBetter ? -change.lower() : change.upper();
        if (lower >= -margin) {
            return Decision.PASS;
        }
        return upper < 0 ? Decision.FAIL : Decision.INCONCLUSIVE;
    }
}
