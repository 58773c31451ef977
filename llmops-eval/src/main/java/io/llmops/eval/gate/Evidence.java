package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;

/** A number with intervals of any confidence, and what they would be with more examples. */
interface Evidence {

    /** Returns the estimate with its interval at a confidence. */
    Estimate at(double level);

    /** Returns what an estimate's interval would be with so many times the examples, were they as these are. */
    default Projection projected(double value, Interval interval, double factor) {
        var root = Math.sqrt(factor);
        var scaled = new Interval(
                value - (value - interval.lower()) / root,
                value + (interval.upper() - value) / root,
                interval.level(),
                interval.method());
        return new Projection(scaled, scaled.width() / 2 / Normal.critical(interval.level()));
    }

    /** An interval that was not seen, and the standard error of its estimate. */
    record Projection(Interval interval, double error) {}
}
