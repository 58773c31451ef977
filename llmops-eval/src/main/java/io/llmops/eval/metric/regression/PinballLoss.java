package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.NumberPairs;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;

/** The error of answers that should be a quantile (Koenker and Bassett 1978). */
final class PinballLoss {

    private PinballLoss() {}

    static MetricDescription describe(String quantile) {
        return new MetricDescription(
                "pinball@" + quantile,
                Direction.LOWER_IS_BETTER,
                Range.NOT_NEGATIVE,
                "mean of q (reference - answer) below the reference and (1 - q) (answer - reference) above, q = "
                        + quantile + " (Koenker and Bassett 1978)");
    }

    static RowMetric<Number, Number> of(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("expected a quantile above 0 and below 1, found " + quantile);
        }
        var losses = RowStatistics.ofSums(
                2,
                pairs -> pairs.map(2, (row, into) -> {
                    var missing = pairs.at(row, 0) - pairs.at(row, 1);
                    into[0] = missing >= 0 ? quantile * missing : (quantile - 1) * missing;
                    into[1] = 1;
                }),
                (sums, into) -> into[0] = sums[0] / sums[1]);
        return RowMetric.of(List.of(describe(Double.toString(quantile))), NumberPairs.READER, losses);
    }
}
