package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;

/** The errors that are places in the order of the absolute errors. */
final class ErrorOrder {

    static final MetricDescription MEDIAN = new MetricDescription(
            "median_ae",
            Direction.LOWER_IS_BETTER,
            Range.NOT_NEGATIVE,
            "median of |answer - reference|, the middle of two where it lies between them");
    static final MetricDescription LARGEST = new MetricDescription(
            "max_error", Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, "largest |answer - reference|");

    private ErrorOrder() {}

    static RowStatistics median() {
        return new InOrder(ErrorOrder::middle);
    }

    static RowStatistics largest() {
        return new InOrder((errors, weights) -> {
            var last = errors.length - 1;
            while (weights[last] == 0) {
                last--;
            }
            return errors[last];
        });
    }

    /** Returns the error up to which half of the weight lies; the middle of it and the next where that is exactly half. */
    private static double middle(double[] errors, double[] weights) {
        var all = 0.0;
        for (var weight : weights) {
            all += weight;
        }
        var below = 0.0;
        var at = -1;
        while (below < all / 2) {
            at++;
            below += weights[at];
        }
        if (below > all / 2) {
            return errors[at];
        }
        var next = at + 1;
        while (weights[next] == 0) {
            next++;
        }
        return errors[at] + (errors[next] - errors[at]) / 2;
    }

    /** Takes errors from the smallest and their weights, not all 0. */
    private interface OfErrors {
        double of(double[] errors, double[] weights);
    }

    private record InOrder(OfErrors statistic) implements RowStatistics {

        @Override
        public int width() {
            return 2;
        }

        @Override
        public Computation over(RowTable pairs) {
            var errors = pairs.map(1, (row, into) -> into[0] = Math.abs(pairs.at(row, 1) - pairs.at(row, 0)));
            var order = errors.ascending(0);
            var ordered = new double[order.length];
            for (var i = 0; i < order.length; i++) {
                ordered[i] = errors.at(order[i], 0);
            }
            return (weights, into) -> {
                var inOrder = new double[order.length];
                for (var i = 0; i < order.length; i++) {
                    inOrder[i] = weights[order[i]];
                }
                into[0] = statistic.of(ordered, inOrder);
            };
        }
    }
}
