package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Interval;

/** Intervals of one class's numbers by Wilson's score method, see {@link ClassFamily}. */
final class ClassIntervals {

    private final ConfusionStatistics statistics;
    private final double scale;
    private final double level;

    ClassIntervals(ConfusionStatistics statistics, double scale, double level) {
        this.statistics = statistics;
        this.scale = scale;
        this.level = level;
    }

    double scale() {
        return scale;
    }

    double level() {
        return level;
    }

    /** Returns the interval of a defined number. */
    Interval of(int c, int family) {
        return statistics
                .family(family)
                .interval(
                        statistics.right(c) * scale,
                        statistics.referenced(c) * scale,
                        statistics.predicted(c) * scale,
                        statistics.total() * scale,
                        level);
    }

    /** Returns the number of examples a class's number is about. */
    long n(int c, int family) {
        return Math.round(scale
                * statistics
                        .family(family)
                        .whole(
                                statistics.right(c),
                                statistics.referenced(c),
                                statistics.predicted(c),
                                statistics.total()));
    }
}
