package io.llmops.eval.metric;

import java.util.List;

/** The jackknife variance of each value of a match report, leaving out one example in turn. */
final class MatchVariance {

    private static final double NOTHING = 1e-9;

    private MatchVariance() {}

    /** Returns the variances; 0 where nothing varied, or leaving one out leaves nothing. */
    static double[] of(
            MatchStatistics statistics, MatchTally totals, List<MatchAccumulator.Part> parts, boolean weightsAreWhole) {
        var all = statistics.numbers(totals, parts.isEmpty());
        var variances = new double[all.length];
        var labels = List.copyOf(totals.labels());
        var sums = new double[statistics.width()];
        var row = new double[sums.length];
        var without = new double[all.length];
        totals.write(labels, sums);
        var n = 0.0;
        for (var part : parts) {
            var weight = weightsAreWhole ? 1 : part.weight();
            var times = weightsAreWhole ? part.weight() : 1;
            n += times;
            part.tally().write(labels, row);
            for (var i = 0; i < row.length; i++) {
                var left = sums[i] - row[i] * weight;
                row[i] = left < NOTHING * sums[i] ? 0 : left;
            }
            statistics.compute(row, without);
            for (var i = 0; i < variances.length; i++) {
                var apart = without[i] - all[i];
                variances[i] += times * apart * apart;
            }
        }
        for (var i = 0; i < variances.length; i++) {
            variances[i] = Double.isNaN(variances[i]) || n < 2 ? 0 : variances[i] * (n - 1) / n;
        }
        return variances;
    }
}
