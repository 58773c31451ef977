package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;

/** Lin's concordance correlation, of sums of distances from the means of all rows. */
final class LinConcordance {

    static final MetricDescription VALUE = new MetricDescription(
            "lin_ccc",
            Direction.HIGHER_IS_BETTER,
            Range.SIGNED_UNIT,
            "how near the pairs are to the line of equality (Lin 1989), divisor n");

    static final RowStatistics STATISTICS = RowStatistics.ofSums(2, LinConcordance::columns, LinConcordance::compute);

    private LinConcordance() {}

    private static RowTable columns(RowTable pairs) {
        var meanX = pairs.mean(0);
        var meanY = pairs.mean(1);
        return pairs.map(7, (row, into) -> {
            var x = pairs.at(row, 0) - meanX;
            var y = pairs.at(row, 1) - meanY;
            into[0] = 1;
            into[1] = x;
            into[2] = y;
            into[3] = x * x;
            into[4] = y * y;
            into[5] = x * y;
            into[6] = meanX - meanY;
        });
    }

    private static void compute(double[] sums, double[] into) {
        var n = sums[0];
        var apart = (sums[1] - sums[2] + sums[6]) / n;
        var squaresX = sums[3] - sums[1] * sums[1] / n;
        var squaresY = sums[4] - sums[2] * sums[2] / n;
        var products = sums[5] - sums[1] * sums[2] / n;
        var all = (squaresX + squaresY) / n + apart * apart;
        into[0] = squaresX <= 0 || squaresY <= 0 ? Double.NaN : 2 * products / n / all;
    }
}
