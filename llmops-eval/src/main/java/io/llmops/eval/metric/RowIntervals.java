package io.llmops.eval.metric;

import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.DeltaMethod;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.Proportions;
import io.llmops.eval.stats.Replicates;
import io.llmops.eval.stats.Replication;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of row statistics, see {@link RowMetric}; what resampling needs is made when the first interval needs it. Whole weights are counts of rows; others belong to the row, which is
 * drawn as often as it came.
 */
final class RowIntervals {

    private static final long WORK_FOR_ONE = 1_000_000;
    private static final int JACKKNIFE_ROWS = 2_000;
    private static final int RESAMPLED_SUMS = 20_000;
    private static final long RESAMPLED_ROWS = 1_000_000;
    private static final double OFTEN = 0.05;

    private final List<MetricDescription> values;
    private final RowStatistics statistics;
    private final boolean withIntervals;
    private final RowTable table;
    private final double[] weights;
    private final long[] counts;
    private final double[] weightOfOne;
    private final Uncertainty uncertainty;
    private final long n;
    private final boolean byDerivatives;
    private final RowStatistics.Computation computation;
    private final double[] asCounts;
    private @Nullable List<Replicates> replicates;
    private double @Nullable [][] jackknife;

    RowIntervals(RowShape shape, RowList rows, Weights sum, Uncertainty uncertainty) {
        this.values = shape.values();
        this.statistics = shape.statistics();
        this.withIntervals = shape.withIntervals();
        this.uncertainty = uncertainty;
        table = rows.table();
        weights = rows.weights();
        counts = new long[rows.size()];
        weightOfOne = new double[rows.size()];
        for (var row = 0; row < counts.length; row++) {
            counts[row] = sum.areWhole() ? Math.round(weights[row]) : (long) rows.times(row);
            weightOfOne[row] = weights[row] / counts[row];
        }
        n = Math.max(1, sum.n());
        byDerivatives = statistics instanceof SumStatistics && counts.length > RESAMPLED_SUMS && sum.areWhole();
        computation = rows.size() == 0 ? (none, into) -> {} : statistics.over(table);
        var scale = sum.scale();
        asCounts = Arrays.stream(weights).map(weight -> weight * scale).toArray();
    }

    private List<Replicates> replicates() {
        if (replicates == null) {
            replicates = counts.length < 2 || byDerivatives ? List.of() : resampled();
        }
        return replicates;
    }

    private double[][] jackknife() {
        if (jackknife == null) {
            jackknife = counts.length < 2 ? new double[0][] : jackknifed();
        }
        return jackknife;
    }

    Optional<Interval> interval(int statistic, double estimate) {
        if (!withIntervals) {
            return Optional.empty();
        }
        var range = values.get(statistic).range();
        return computation
                .interval(statistic, asCounts, uncertainty.level())
                .or(() -> varied(statistic, estimate))
                .map(found -> new Interval(
                        Math.min(estimate, range.clamp(found.lower())),
                        Math.max(estimate, range.clamp(found.upper())),
                        found.level(),
                        found.method()))
                .filter(found -> found.width() > 0)
                .or(() -> range.isBounded() ? Optional.of(wilson(range, estimate)) : Optional.empty());
    }

    private Optional<Interval> varied(int statistic, double estimate) {
        if (byDerivatives) {
            var gradient = new double[counts.length];
            var without = jackknife();
            for (var row = 0; row < gradient.length; row++) {
                gradient[row] = estimate - without[statistic][row];
            }
            return Arrays.stream(gradient).allMatch(Double::isFinite)
                    ? Optional.of(DeltaMethod.interval(estimate, counts, gradient, uncertainty.level()))
                    : Optional.empty();
        }
        if (replicates().isEmpty() || replicates().get(statistic).undefinedShare() > OFTEN) {
            return Optional.empty();
        }
        var drawn = replicates().get(statistic).values();
        if (Arrays.stream(drawn).distinct().limit(2).count() < 2) {
            return Optional.empty();
        }
        var without = n <= RESAMPLED_ROWS ? jackknife() : new double[0][];
        var corrected = without.length > 0 && Arrays.stream(without[statistic]).allMatch(Double::isFinite);
        return Optional.of(
                corrected
                        ? Bootstrap.bca(estimate, drawn, repeated(without[statistic]), uncertainty.level())
                        : Bootstrap.percentile(drawn, uncertainty.level()));
    }

    /** Where nothing varies: as if the value were a rate over the range, which is as far as a mean can vary. */
    private Interval wilson(Range range, double estimate) {
        var width = range.max() - range.min();
        var share = Math.max(0, Math.min(1, (estimate - range.min()) / width));
        var unit = Proportions.wilson(share * (double) n, (double) n, uncertainty.level());
        return new Interval(
                Math.min(estimate, range.min() + width * unit.lower()),
                Math.max(estimate, range.min() + width * unit.upper()),
                uncertainty.level(),
                "wilson over the range");
    }

    private List<Replicates> resampled() {
        var cells = Multinomial.of(counts);
        var work = (long) counts.length * statistics.width() * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(), uncertainty.seed(), threads, values.size(), () -> replication(cells));
    }

    private Replication replication(Multinomial cells) {
        var drawn = new long[counts.length];
        var drawnWeights = new double[counts.length];
        return (random, into) -> {
            cells.sample(random, drawn);
            for (var row = 0; row < drawn.length; row++) {
                drawnWeights[row] = drawn[row] * weightOfOne[row];
            }
            computation.compute(drawnWeights, into);
        };
    }

    /** Every statistic with one row fewer of each distinct row in turn; nothing where that costs too much. */
    private double[][] jackknifed() {
        if (statistics instanceof SumStatistics sums
                && Arrays.stream(weightOfOne).allMatch(weight -> weight == 1)) {
            return sums.jackknife(table, weights, values.size());
        }
        if (counts.length > JACKKNIFE_ROWS) {
            return new double[0][];
        }
        var left = weights.clone();
        var numbers = new double[values.size()];
        var all = new double[values.size()][counts.length];
        for (var row = 0; row < counts.length; row++) {
            left[row] = weights[row] - weightOfOne[row];
            computation.compute(left, numbers);
            left[row] = weights[row];
            for (var s = 0; s < numbers.length; s++) {
                all[s][row] = numbers[s];
            }
        }
        return all;
    }

    /** The jackknife value of each row, as often as the row is there. */
    private double[] repeated(double[] values) {
        var all = new double[Math.toIntExact(Arrays.stream(counts).sum())];
        var at = 0;
        for (var row = 0; row < counts.length; row++) {
            Arrays.fill(all, at, at + (int) counts[row], values[row]);
            at += (int) counts[row];
        }
        return all;
    }
}
