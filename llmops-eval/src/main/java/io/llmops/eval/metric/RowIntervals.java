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

/**
 * Intervals of row statistics, see {@link RowMetric}. Whole weights are counts of rows; others belong to the row, which is
 * drawn as often as it came.
 */
final class RowIntervals {

    private static final long WORK_FOR_ONE = 1_000_000;
    private static final int JACKKNIFE_ROWS = 2_000;
    private static final int RESAMPLED_COST = 20_000;
    private static final long RESAMPLED_ROWS = 1_000_000;
    private static final double OFTEN = 0.05;

    private final List<MetricDescription> values;
    private final RowStatistics statistics;
    private final RowTable table;
    private final double[] weights;
    private final long[] counts;
    private final double[] weightOfOne;
    private final Uncertainty uncertainty;
    private final long n;
    private final double[][] gradients;
    private final List<Replicates> replicates;
    private final double[][] jackknife;

    RowIntervals(
            List<MetricDescription> values,
            RowStatistics statistics,
            RowList rows,
            Weights sum,
            Uncertainty uncertainty) {
        this.values = values;
        this.statistics = statistics;
        this.uncertainty = uncertainty;
        table = rows.table();
        weights = Arrays.copyOf(rows.weights(), rows.size());
        counts = new long[rows.size()];
        weightOfOne = new double[rows.size()];
        for (var row = 0; row < counts.length; row++) {
            counts[row] = sum.areWhole() ? Math.round(weights[row]) : (long) rows.times(row);
            weightOfOne[row] = weights[row] / counts[row];
        }
        n = Math.max(1, sum.n());
        if (counts.length < 2) {
            gradients = new double[0][];
            replicates = List.of();
            jackknife = new double[0][];
            return;
        }
        var computation = statistics.over(table);
        jackknife = jackknife(computation);
        gradients = computation.cost(counts.length) > RESAMPLED_COST && sum.areWhole()
                ? gradients(computation)
                : new double[0][];
        replicates = gradients.length > 0 ? List.of() : resampled(computation);
    }

    /** Every statistic's derivatives; none if there are none. */
    private double[][] gradients(RowStatistics.Computation computation) {
        if (!(statistics instanceof SumStatistics)) {
            return computation.derivatives(weights);
        }
        var numbers = new double[values.size()];
        computation.compute(weights, numbers);
        for (var s = 0; s < numbers.length; s++) {
            for (var row = 0; row < counts.length; row++) {
                jackknife[s][row] = numbers[s] - jackknife[s][row];
            }
        }
        return jackknife;
    }

    Optional<Interval> interval(int statistic, double estimate) {
        var range = values.get(statistic).range();
        return varied(statistic, estimate)
                .map(found -> new Interval(
                        Math.min(estimate, range.clamp(found.lower())),
                        Math.max(estimate, range.clamp(found.upper())),
                        found.level(),
                        found.method()))
                .filter(found -> found.width() > 0)
                .or(() -> range.isBounded() ? Optional.of(wilson(range, estimate)) : Optional.empty());
    }

    private Optional<Interval> varied(int statistic, double estimate) {
        if (gradients.length > 0) {
            return Arrays.stream(gradients[statistic]).allMatch(Double::isFinite)
                    ? Optional.of(DeltaMethod.interval(estimate, counts, gradients[statistic], uncertainty.level()))
                    : Optional.empty();
        }
        if (replicates.isEmpty() || replicates.get(statistic).undefinedShare() > OFTEN) {
            return Optional.empty();
        }
        var drawn = replicates.get(statistic).values();
        if (Arrays.stream(drawn).distinct().limit(2).count() < 2) {
            return Optional.empty();
        }
        var corrected = n <= RESAMPLED_ROWS
                && jackknife.length > 0
                && Arrays.stream(jackknife[statistic]).allMatch(Double::isFinite);
        return Optional.of(
                corrected
                        ? Bootstrap.bca(estimate, drawn, repeated(jackknife[statistic]), uncertainty.level())
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

    private List<Replicates> resampled(RowStatistics.Computation computation) {
        var cells = Multinomial.of(counts);
        var work = computation.cost(counts.length) * statistics.width() * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(),
                uncertainty.seed(),
                threads,
                values.size(),
                () -> replication(cells, computation));
    }

    private Replication replication(Multinomial cells, RowStatistics.Computation computation) {
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
    private double[][] jackknife(RowStatistics.Computation computation) {
        if (statistics instanceof SumStatistics sums
                && Arrays.stream(weightOfOne).allMatch(weight -> weight == 1)) {
            return sums.jackknife(table, weights, values.size());
        }
        if (computation.cost(counts.length) > JACKKNIFE_ROWS) {
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
