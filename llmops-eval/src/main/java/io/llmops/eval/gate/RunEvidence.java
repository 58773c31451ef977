package io.llmops.eval.gate;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.stats.Interval;
import java.util.List;

/** A metric's value in a run; its intervals of other levels are computed anew, or widened if nobody knows how. */
record RunEvidence<I, O, R>(EvaluationRun<I, O, R> run, String metric, Estimate estimate) implements Evidence {

    static <I, O, R> Evidence of(EvaluationRun<I, O, R> run, String metric, Estimate estimate) {
        return Rate.is(estimate) || isMeanAtItsEnd(run, metric, estimate)
                ? new Rate(estimate)
                : new RunEvidence<>(run, metric, estimate);
    }

    /** Student's interval of scores that are nearly all the best or worst there are does not know what it has not seen. */
    private static boolean isMeanAtItsEnd(EvaluationRun<?, ?, ?> run, String metric, Estimate estimate) {
        return MeanMetrics.unitScale(run, metric)
                && estimate.n() > 0
                && estimate.interval()
                        .filter(found -> found.method().equals("student"))
                        .filter(found -> found.lower() <= 0 || found.upper() >= 1)
                        .isPresent();
    }

    @Override
    public Estimate at(double level) {
        if (level == run.provenance().uncertainty().level()) {
            return estimate;
        }
        var anew = Metric.having(metric, run.definitions())
                .map(definition -> computed(definition, level))
                .flatMap(MetricValue::estimate);
        return anew.orElseGet(() -> new Estimate(
                estimate.value(),
                estimate.interval().map(interval -> widened(estimate.value(), interval, level)),
                estimate.n(),
                estimate.excluded(),
                estimate.reach()));
    }

    private MetricValue computed(Metric<? super O, ? super R> definition, double level) {
        var was = run.provenance();
        var provenance = new Provenance(
                was.name(), was.dataset(), was.pipeline(), was.uncertainty().withLevel(level), was.environment());
        return EvaluationRun.of(provenance, run.timing(), run.observations(), List.of(definition))
                .metric(metric);
    }

    /** Score-type intervals widen faster than normal ones; the square of the ratio is enough for both. */
    private static Interval widened(double value, Interval interval, double level) {
        var ratio = Normal.critical(level) / Normal.critical(interval.level());
        var by = ratio > 1 ? ratio * ratio : ratio;
        return new Interval(
                value - by * (value - interval.lower()),
                value + by * (interval.upper() - value),
                level,
                interval.method() + ", widened");
    }
}
