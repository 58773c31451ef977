package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Means;
import java.util.Optional;

/** The mean of numbers without bounds, those of one example a group. */
final class GroupedMean implements Evidence {

    private final double[] values;
    private final int[] groups;
    private final long excluded;

    /** Takes at least one value, and how many there are that nobody knows. */
    GroupedMean(double[] values, int[] groups, long excluded) {
        this.values = values.clone();
        this.groups = groups.clone();
        this.excluded = excluded;
    }

    @Override
    public Estimate at(double level) {
        var mean = 0.0;
        for (var i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
        }
        Optional<Interval> interval = groups[0] == groups[groups.length - 1]
                ? Optional.empty()
                : Optional.of(Means.clustered(values, groups, level));
        return new Estimate(mean, interval, values.length, excluded, Reach.at(mean));
    }
}
