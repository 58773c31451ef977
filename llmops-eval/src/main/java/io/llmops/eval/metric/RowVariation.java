package io.llmops.eval.metric;

import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.DeltaMethod;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.Replicates;
import io.llmops.eval.stats.Replication;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How row statistics vary: by their derivatives where there are many rows, else over resamples, with a jackknife where one
 * is affordable. Whole weights are counts of rows; others belong to the row, which is drawn as often as it came.
 */
final class RowVariation {

    private static final long WORK_FOR_ONE = 1_000_000;
    private static final int JACKKNIFE_ROWS = 2_000;
    private static final int RESAMPLED_COST = 20_000;
    private static final long RESAMPLED_ROWS = 1_000_000;
    private static final double OFTEN = 0.05;

    private final RowShape shape;
    private final RowTable table;
    private final RowStatistics.Computation computation;
    private final double[] weights;
    private final long[] counts;
    private final double[] weightOfOne;
    private final long n;
    private final Uncertainty uncertainty;
    private final double[][] gradients;
    private final List<Replicates> replicates;
    private final double[][] jackknife;

    /** Takes at least two rows, and what computes the statistics of their table. */
    RowVariation(
            RowShape shape, RowList rows, RowStatistics.Computation computation, Weights sum, Uncertainty uncertainty) {
        this.shape = shape;
        this.computation = computation;
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
        jackknife = jackknife();
        gradients = computation.cost(counts.length) > RESAMPLED_COST && sum.areWhole() ? gradients() : new double[0][];
        replicates = gradients.length > 0 ? List.of() : resampled();
    }

    /** Every statistic's derivatives; none if there are none. */
    private double[][] gradients() {
        if (!(shape.statistics() instanceof SumStatistics)) {
            return computation.derivatives(weights);
        }
        var numbers = new double[shape.values().size()];
        computation.compute(weights, numbers);
        for (var s = 0; s < numbers.length; s++) {
            for (var row = 0; row < counts.length; row++) {
                jackknife[s][row] = numbers[s] - jackknife[s][row];
            }
        }
        return jackknife;
    }

    /** Returns the interval of a statistic; empty where nothing varied, or what varied was too often undefined. */
    Optional<Interval> interval(int statistic, double estimate) {
        if (gradients.length > 0) {
            return Arrays.stream(gradients[statistic]).allMatch(Double::isFinite)
                    ? Optional.of(DeltaMethod.interval(estimate, counts, gradients[statistic], uncertainty.level()))
                    : Optional.empty();
        }
        if (replicates.get(statistic).undefinedShare() > OFTEN) {
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

    private List<Replicates> resampled() {
        var cells = Multinomial.of(counts);
        var work = computation.cost(counts.length) * shape.statistics().width() * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(),
                uncertainty.seed(),
                threads,
                shape.values().size(),
                () -> replication(cells));
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
    private double[][] jackknife() {
        var statistics = shape.values().size();
        if (shape.statistics() instanceof SumStatistics sums
                && Arrays.stream(weightOfOne).allMatch(weight -> weight == 1)) {
            return sums.jackknife(table, weights, statistics);
        }
        if (computation.cost(counts.length) > JACKKNIFE_ROWS) {
            return new double[0][];
        }
        var left = weights.clone();
        var numbers = new double[statistics];
        var all = new double[statistics][counts.length];
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
