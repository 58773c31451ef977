package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Optional;

/**
 * A share of so many, or a mean of so many numbers from 0 to 1, which varies at most as such a share does. Decided on
 * the interval of Clopper and Pearson, each side of which misses with at most the chance it says.
 */
record Rate(Estimate estimate) implements Evidence {

    private static final double EQUAL = 1e-9;

    /** Returns whether the interval of an estimate is Wilson's of its value and n, so that it is a rate of n. */
    static boolean is(Estimate estimate) {
        return estimate.n() > 0
                && estimate.value() >= 0
                && estimate.value() <= 1
                && estimate.interval()
                        .filter(found -> found.method().equals("wilson"))
                        .filter(found -> {
                            var wilson = Proportions.wilson(
                                    estimate.value() * estimate.n(), (double) estimate.n(), found.level());
                            return Math.abs(wilson.lower() - found.lower()) < EQUAL
                                    && Math.abs(wilson.upper() - found.upper()) < EQUAL;
                        })
                        .isPresent();
    }

    static Interval interval(double value, double n, double level) {
        var successes = Math.min(n, value * n);
        var whole = Math.rint(successes);
        return Proportions.clopperPearson(Math.abs(successes - whole) < EQUAL * n ? whole : successes, n, level);
    }

    @Override
    public Estimate at(double level) {
        return new Estimate(
                estimate.value(),
                Optional.of(interval(estimate.value(), (double) estimate.n(), level)),
                estimate.n(),
                estimate.excluded(),
                estimate.reach());
    }

    @Override
    public Projection projected(double value, Interval interval, double factor) {
        var n = estimate.n() * factor;
        return new Projection(interval(value, n, interval.level()), Math.sqrt(value * (1 - value) / n));
    }
}
