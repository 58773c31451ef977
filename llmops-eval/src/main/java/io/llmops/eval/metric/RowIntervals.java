package io.llmops.eval.metric;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of row statistics, see {@link RowMetric}: by their own formula, else by how they vary, which is looked at when
 * the first interval needs it, else as a rate over the range.
 */
final class RowIntervals {

    private final RowShape shape;
    private final RowList rows;
    private final Weights sum;
    private final Uncertainty uncertainty;
    private RowStatistics.@Nullable Computation computation;
    private @Nullable RowVariation variation;
    private double @Nullable [] counts;

    RowIntervals(RowShape shape, RowList rows, Weights sum, Uncertainty uncertainty) {
        this.shape = shape;
        this.rows = rows;
        this.sum = sum;
        this.uncertainty = uncertainty;
    }

    /** Returns the interval of a statistic of at least one row. */
    Optional<Interval> interval(int statistic, double estimate) {
        if (!shape.withIntervals()) {
            return Optional.empty();
        }
        var range = shape.values().get(statistic).range();
        return computation()
                .interval(statistic, asCounts(), uncertainty.level())
                .or(() -> varied(statistic, estimate))
                .map(found -> new Interval(
                        Math.min(estimate, range.clamp(found.lower())),
                        Math.max(estimate, range.clamp(found.upper())),
                        found.level(),
                        found.method()))
                .filter(found -> found.width() > 0)
                .or(() -> range.isBounded() ? Optional.of(wilson(range, estimate)) : Optional.empty());
    }

    private RowStatistics.Computation computation() {
        if (computation == null) {
            computation = shape.statistics().over(rows.table());
        }
        return computation;
    }

    private double[] asCounts() {
        if (counts == null) {
            var scale = sum.scale();
            counts = scale == 1
                    ? rows.weights()
                    : Arrays.stream(rows.weights())
                            .map(weight -> weight * scale)
                            .toArray();
        }
        return counts;
    }

    private Optional<Interval> varied(int statistic, double estimate) {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        if (variation == null) {
            variation = new RowVariation(shape, rows, computation(), sum, uncertainty);
        }
        return variation.interval(statistic, estimate);
    }

    /** Where nothing varies: as if the value were a rate over the range, which is as far as a mean can vary. */
    private Interval wilson(Range range, double estimate) {
        var n = (double) Math.max(1, sum.n());
        var width = range.max() - range.min();
        var share = Math.max(0, Math.min(1, (estimate - range.min()) / width));
        var unit = Proportions.wilson(share * n, n, uncertainty.level());
        return new Interval(
                Math.min(estimate, range.min() + width * unit.lower()),
                Math.max(estimate, range.min() + width * unit.upper()),
                uncertainty.level(),
                "wilson over the range");
    }
}
