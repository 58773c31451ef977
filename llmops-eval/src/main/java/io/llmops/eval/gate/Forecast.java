package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a rule comes to on all examples, if the mean of their values and of their squares is such.
 *
 * @param paired whether the values are differences of pairs
 * @param unit whether they, or those they are the differences of, are from 0 to 1
 * @param examples how many there are
 * @param levels the confidence of the intervals
 */
record Forecast(boolean paired, boolean unit, long examples, Levels levels) {

    private static final int FEW = 30;

    /** Takes whether every value is a whole number, so that the mean is a rate or the difference of two. */
    Decision decide(Rule rule, double mean, double square, boolean whole) {
        var pass = interval(mean, square, whole, levels.pass());
        return rule.decide(pass, levels.fail() == levels.pass() ? pass : interval(mean, square, whole, levels.fail()));
    }

    /** Returns how many examples more than all of them would decide a rule, if the system is as it was seen. */
    OptionalLong more(Rule rule, double mean, double square, boolean whole) {
        var pass = interval(mean, square, whole, levels.pass());
        var fail = interval(mean, square, whole, levels.fail());
        var estimate = new Estimate(mean, Optional.of(pass), examples, 0, Reach.at(mean));
        var rate = whole && !paired;
        return new Sizing(rule, rate ? new Rate(estimate) : level -> estimate, levels).more(mean, pass, fail, examples);
    }

    private Interval interval(double mean, double square, boolean whole, double level) {
        if (whole) {
            return paired ? difference(mean, square, level) : Rate.interval(mean, (double) examples, level);
        }
        var variance = Math.max(0, square - mean * mean);
        var half = Normal.critical(level) * Math.sqrt(variance / Math.max(1, examples - 1));
        var atTheEnd = mean - half <= 0 || mean + half >= 1;
        return unit && !paired && (examples < FEW || atTheEnd)
                ? Rate.interval(mean, (double) examples, level)
                : new Interval(mean - half, mean + half, level, "student");
    }

    private Interval difference(double mean, double square, double level) {
        var discordant = Math.max(Math.abs(mean), square);
        var n = (double) examples;
        return Proportions.tango(
                new PairedCounts(0, n * (discordant + mean) / 2, n * (discordant - mean) / 2, n * (1 - discordant)),
                level);
    }
}
