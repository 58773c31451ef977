package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.QuantileRanks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A quantile of numbers that are 0 or more: the least number that so many are up to. Its interval ends at order
 * statistics, and has no upper end where there are too few. Repeats of examples tell as much as independent numbers of
 * which the share up to the quantile varies as it does among the examples.
 */
final class Quantile implements Evidence {

    private static final double UNENDING = Double.MAX_VALUE;

    private final double[] sorted;
    private final double quantile;
    private final double independent;
    private final long failed;

    /** Takes the numbers of each example, at least one, and how many there are of which the number is not known. */
    Quantile(List<double[]> examples, double quantile, long failed) {
        this.sorted = examples.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        this.quantile = quantile;
        this.failed = failed;
        this.independent = independent(examples, sorted[rank(quantile, sorted.length) - 1]);
    }

    private static int rank(double share, long of) {
        return (int) Math.max(1, Math.min((double) of, Math.ceil(share * (double) of - 1e-9)));
    }

    private double independent(List<double[]> examples, double value) {
        var n = (double) sorted.length;
        if (examples.size() == sorted.length) {
            return n;
        }
        var share = Arrays.stream(sorted).filter(x -> x <= value).count() / n;
        var squares = 0.0;
        for (var numbers : examples) {
            var apart = Arrays.stream(numbers).filter(x -> x <= value).count() - share * numbers.length;
            squares += apart * apart;
        }
        var variance = squares / n / n;
        return variance > 0 ? Math.min(n, Math.max(1, share * (1 - share) / variance)) : examples.size();
    }

    @Override
    public Estimate at(double level) {
        var value = sorted[rank(quantile, sorted.length) - 1];
        var ranks = QuantileRanks.of(quantile, sorted.length, independent, level);
        var interval = new Interval(
                ranks.lower() == 0 ? 0 : sorted[(int) ranks.lower() - 1],
                ranks.upper() > sorted.length ? UNENDING : sorted[(int) ranks.upper() - 1],
                level,
                independent == sorted.length ? "order statistics" : "order statistics of clusters");
        return new Estimate(value, Optional.of(interval), sorted.length, 0, reach());
    }

    /** Where the quantile would be, had those that failed been the fastest, or taken for ever. */
    private Reach reach() {
        var all = sorted.length + failed;
        var rank = rank(quantile, all);
        return new Reach(
                rank <= failed ? 0 : sorted[(int) (rank - failed) - 1],
                rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[rank - 1]);
    }

    @Override
    public Projection projected(double value, Interval interval, double factor) {
        var n = Math.round(sorted.length * factor);
        var ranks = QuantileRanks.of(quantile, n, Math.min((double) n, independent * factor), interval.level());
        var lower = ranks.lower() == 0 ? 0 : sorted[rank((double) ranks.lower() / n, sorted.length) - 1];
        var upper = ranks.upper() > n ? UNENDING : sorted[rank((double) ranks.upper() / n, sorted.length) - 1];
        var error = upper == UNENDING ? 0 : (upper - lower) / 2 / Normal.critical(interval.level());
        return new Projection(new Interval(lower, upper, interval.level(), interval.method()), error);
    }
}
