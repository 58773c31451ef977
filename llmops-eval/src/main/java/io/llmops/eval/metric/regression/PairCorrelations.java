package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import io.llmops.eval.stats.Correlations;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.WeightedPairs;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pearson's, Spearman's and Kendall's correlation, with their intervals by Fisher's z. */
final class PairCorrelations implements RowStatistics {

    static final List<MetricDescription> VALUES = List.of(
            correlation("pearson", "linear correlation of references and answers (Pearson 1895)"),
            correlation("spearman", "correlation of their ranks, ties sharing their mean rank (Spearman 1904)"),
            correlation("kendall", "pairs in the same order less pairs in the other, τ-b (Kendall 1945)"));

    private static final int FEWEST = 4;
    private static final int FEWEST_OF_KENDALL = 5;
    private static final int KENDALL = 2;

    private static MetricDescription correlation(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.SIGNED_UNIT, definition);
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public Computation over(RowTable rows) {
        return new Over(WeightedPairs.of(rows.column(0), rows.column(1)));
    }

    private record Over(WeightedPairs pairs) implements Computation {

        @Override
        public void compute(double[] weights, double[] into) {
            into[0] = pairs.pearson(weights).orElse(Double.NaN);
            into[1] = pairs.spearman(weights).orElse(Double.NaN);
            into[2] = pairs.kendallB(weights).orElse(Double.NaN);
        }

        @Override
        public Optional<Interval> interval(int statistic, double[] weights, double level) {
            var n = Math.round(Arrays.stream(weights).sum());
            var found = new double[VALUES.size()];
            compute(weights, found);
            var r = found[statistic];
            if (!(Math.abs(r) < 1) || n < (statistic == KENDALL ? FEWEST_OF_KENDALL : FEWEST)) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (statistic) {
                        case 0 -> Correlations.fisherZ(r, n, level);
                        case 1 -> Correlations.bonettWright(r, n, level);
                        default -> Correlations.fieller(r, n, level);
                    });
        }
    }
}
