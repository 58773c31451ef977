package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.Replicates;
import io.llmops.eval.stats.Replication;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bootstrap of a confusion table: rows that are independent and count alike are resampled by resampling the cells,
 * which costs the number of cells and not of rows. The interval is bias-corrected and accelerated, or percentile for
 * tables too large for a jackknife, where the two agree. It has nothing to say where there are few wrong or few right
 * answers, or where a number did not vary or was often undefined.
 */
final class CellBootstrap {

    private static final long WORK_FOR_ONE = 10_000_000;
    private static final long FEW = 10;
    private static final double OFTEN = 0.05;
    private static final long JACKKNIFE_ROWS = 20_000;
    private static final int JACKKNIFE_CELLS = 2_000;

    private final ClassificationReport report;
    private final CellTable table;
    private final long[] counts;
    private final long rows;
    private final Uncertainty uncertainty;
    private final boolean speaks;
    private final List<Replicates> replicates;
    private final double[][] jackknife;

    CellBootstrap(ClassificationReport report, CellTable table, Weights weights, Uncertainty uncertainty) {
        this.report = report;
        this.table = table;
        this.uncertainty = uncertainty;
        counts = Arrays.stream(table.weights())
                .mapToLong(weight -> Math.round(weight * weights.scale()))
                .toArray();
        rows = Arrays.stream(counts).sum();
        var right = 0L;
        for (var i = 0; i < counts.length; i++) {
            right += table.references()[i] == table.predictions()[i] ? counts[i] : 0;
        }
        speaks = right >= FEW && rows - right >= FEW;
        replicates = speaks ? replicates() : List.of();
        jackknife =
                speaks && rows <= JACKKNIFE_ROWS && counts.length <= JACKKNIFE_CELLS ? jackknife() : new double[0][];
    }

    /** Returns the interval of a number, or null if the bootstrap can't tell. */
    @Nullable
    Interval interval(int statistic, double estimate) {
        if (!speaks || replicates.get(statistic).undefinedShare() > OFTEN) {
            return null;
        }
        var values = replicates.get(statistic).values();
        var interval = hasJackknife(statistic)
                ? Bootstrap.bca(estimate, values, jackknife[statistic], uncertainty.level())
                : Bootstrap.percentile(values, uncertainty.level());
        return interval.lower() < interval.upper() && interval.contains(estimate) ? interval : null;
    }

    private boolean hasJackknife(int statistic) {
        return jackknife.length > 0 && Arrays.stream(jackknife[statistic]).allMatch(Double::isFinite);
    }

    private List<Replicates> replicates() {
        var cells = Multinomial.of(counts);
        var size = new ConfusionStatistics(report, table).size();
        var work = (long) counts.length * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(), uncertainty.seed(), threads, size, () -> replication(cells));
    }

    private Replication replication(Multinomial cells) {
        var statistics = new ConfusionStatistics(report, table);
        var drawn = new long[counts.length];
        var weights = new double[counts.length];
        return (random, into) -> {
            cells.sample(random, drawn);
            for (var i = 0; i < drawn.length; i++) {
                weights[i] = drawn[i];
            }
            statistics.compute(weights, into);
        };
    }

    /** Every number with each row left out in turn: the same for all rows of a cell. */
    private double[][] jackknife() {
        var statistics = new ConfusionStatistics(report, table);
        var weights = Arrays.stream(counts).asDoubleStream().toArray();
        var numbers = new double[statistics.size()];
        var all = new double[statistics.size()][(int) rows];
        var row = 0;
        for (var cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                weights[cell]--;
                statistics.compute(weights, numbers);
                weights[cell]++;
                var end = row + (int) counts[cell];
                for (var s = 0; s < numbers.length; s++) {
                    Arrays.fill(all[s], row, end, numbers[s]);
                }
                row = end;
            }
        }
        return all;
    }
}
