package io.llmops.eval.metric;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Chooses the interval of a mean. Scores of 0 and 1 are a proportion: Wilson. Other bounded scores vary at most as a
 * proportion of the same mean does, so Wilson's interval of the mean is a safe one where they are few or all the same;
 * from 30 on, Student's, cut off at the range. Unbounded scores: Student's, from two different scores on.
 */
final class MeanInterval {

    private static final int MANY = 30;

    private MeanInterval() {}

    /** What is known of the scores: how many, their mean, the sum of squared distances, whether all are 0 or 1. */
    record Sums(double n, double mean, double distances, boolean binary) {}

    static Optional<Interval> of(Range range, Sums sums, double level) {
        var proportion = sums.binary() && range.equals(Range.UNIT);
        if (range.isBounded() && (proportion || sums.n() < MANY || sums.distances() <= 0)) {
            return Optional.of(wilson(range, sums, level));
        }
        if (sums.n() < 2 || sums.distances() <= 0) {
            return Optional.empty();
        }
        var error = Math.sqrt(sums.distances() / (sums.n() - 1) / sums.n());
        var half = new TDistribution(null, sums.n() - 1).inverseCumulativeProbability((1 + level) / 2) * error;
        return Optional.of(
                new Interval(range.clamp(sums.mean() - half), range.clamp(sums.mean() + half), level, "student"));
    }

    private static Interval wilson(Range range, Sums sums, double level) {
        var width = range.max() - range.min();
        var share = Math.max(0, Math.min(1, (sums.mean() - range.min()) / width));
        var unit = Proportions.wilson(share * sums.n(), sums.n(), level);
        return new Interval(
                range.min() + width * unit.lower(), range.min() + width * unit.upper(), level, unit.method());
    }
}
