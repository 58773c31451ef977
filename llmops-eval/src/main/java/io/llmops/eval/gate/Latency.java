package io.llmops.eval.gate;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;

/** A quantile of the times of examples at most a limit. Nobody knows how long those that failed would have taken. */
record Latency(double quantile, Duration limit) implements Condition {

    private static final double NANOS = 1e9;

    Latency {
        Objects.requireNonNull(limit, "limit");
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("expected a quantile above 0 and below 1, found " + quantile);
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("expected a limit above 0, found " + limit);
        }
    }

    @Override
    public Condition allowingExcluded(double share) {
        return this;
    }

    private String metric() {
        return "latency/p" + Shown.percent(quantile).replace(" %", "");
    }

    @Override
    public String text() {
        return metric() + " at most " + seconds(limit) + " s";
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        var most = seconds(limit);
        var rule = new Rule(
                new Requirement(text(), metric(), most),
                0,
                interval -> interval.upper() <= most,
                interval -> interval.lower() > most);
        var examples = new ArrayList<double[]>();
        var failed = 0L;
        for (var repeats : Examples.of(run).values()) {
            var times = repeats.stream()
                    .filter(one -> !(one.outcome() instanceof Outcome.Failed<?>))
                    .map(Observation::time)
                    .mapToDouble(Latency::seconds)
                    .toArray();
            failed += repeats.size() - times.length;
            if (times.length > 0) {
                examples.add(times);
            }
        }
        return Checked.of(
                examples.isEmpty()
                        ? Finding.undefined(rule.requirement(), "no example has a time")
                        : rule.finding(new Quantile(examples, quantile, failed), examples.size(), levels));
    }
}
