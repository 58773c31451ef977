package io.llmops.eval.gate;

import io.llmops.eval.stats.Interval;
import java.util.OptionalLong;

/**
 * How many examples more would decide a rule, four times in five, if the system is as it was seen: the least multiple of
 * the examples at which the interval, moved by what chance may move it, still decides.
 */
record Sizing(Rule rule, Evidence evidence, Levels levels) {

    private static final double CHANCE = Normal.quantile(0.8);
    private static final double MOST = 1_000_000;
    private static final double PRECISION = 1.01;

    /** Returns the number, rounded up to two digits; empty if even a million times the examples would not do. */
    OptionalLong more(double value, Interval pass, Interval fail, long examples) {
        var high = 2.0;
        while (!decided(value, pass, fail, high)) {
            high *= 2;
            if (high > MOST) {
                return OptionalLong.empty();
            }
        }
        var low = high / 2;
        while (high / low > PRECISION) {
            var middle = Math.sqrt(low * high);
            if (decided(value, pass, fail, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalLong.of(rounded(Math.max(1, (high - 1) * examples)));
    }

    private boolean decided(double value, Interval pass, Interval fail, double factor) {
        var forPass = evidence.projected(value, pass, factor);
        var forFail = levels.pass() == levels.fail() ? forPass : evidence.projected(value, fail, factor);
        var by = CHANCE * forPass.error();
        var down = rule.decide(Shown.shifted(forPass.interval(), -by), Shown.shifted(forFail.interval(), -by));
        var up = rule.decide(Shown.shifted(forPass.interval(), by), Shown.shifted(forFail.interval(), by));
        return down != Decision.INCONCLUSIVE && down == up;
    }

    private static long rounded(double number) {
        var unit = 1L;
        while (number / unit > 99) {
            unit *= 10;
        }
        return (long) Math.ceil(number / unit) * unit;
    }
}
