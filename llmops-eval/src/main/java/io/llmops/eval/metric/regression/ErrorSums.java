package io.llmops.eval.metric.regression;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import java.util.List;

/**
 * The errors that are functions of sums. Variances are of distances from the mean of all rows, so that they keep their
 * digits where the mean is far from 0.
 */
final class ErrorSums {

    static final List<MetricDescription> VALUES = List.of(
            error("mae", "mean of |answer - reference|"),
            error("mse", "mean of (answer - reference)²"),
            error("rmse", "square root of the mean of (answer - reference)²"),
            error("mape", "mean of |answer - reference| / |reference|; 1 is 100 %"),
            error("msle", "mean of (ln(1 + answer) - ln(1 + reference))²"),
            explained("r2", "1 - Σ (answer - reference)² / Σ (reference - mean of references)²"),
            explained("explained_variance", "1 - variance of (reference - answer) / variance of references"));

    static final RowStatistics STATISTICS = RowStatistics.ofSums(2, ErrorSums::columns, ErrorSums::compute);

    private static final int WEIGHT = 0;
    private static final int ABSOLUTE = 1;
    private static final int SQUARED = 2;
    private static final int RELATIVE = 3;
    private static final int ZEROS = 4;
    private static final int LOGARITHMIC = 5;
    private static final int NEGATIVES = 6;
    private static final int ERROR = 7;
    private static final int ERROR_SQUARED = 8;
    private static final int REFERENCE = 9;
    private static final int REFERENCE_SQUARED = 10;
    private static final int COLUMNS = 11;

    /** What a variance may be, of the sum of squares it comes from, and still be nothing but rounding. */
    private static final double NOTHING = 1e-13;

    private ErrorSums() {}

    private static MetricDescription error(String name, String definition) {
        return new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, definition);
    }

    private static MetricDescription explained(String name, String definition) {
        return new MetricDescription(
                name, Direction.HIGHER_IS_BETTER, new Range(Double.NEGATIVE_INFINITY, 1), definition);
    }

    private static RowTable columns(RowTable pairs) {
        var references = pairs.mean(0);
        var errors = pairs.mean(1) - references;
        return pairs.map(COLUMNS, (row, into) -> {
            var reference = pairs.at(row, 0);
            var answer = pairs.at(row, 1);
            var error = answer - reference;
            into[WEIGHT] = 1;
            into[ABSOLUTE] = Math.abs(error);
            into[SQUARED] = error * error;
            into[RELATIVE] = reference == 0 ? 0 : Math.abs(error / reference);
            into[ZEROS] = reference == 0 ? 1 : 0;
            var negative = reference < 0 || answer < 0;
            var logarithms = negative ? 0 : StrictMath.log1p(answer) - StrictMath.log1p(reference);
            into[LOGARITHMIC] = logarithms * logarithms;
            into[NEGATIVES] = negative ? 1 : 0;
            into[ERROR] = error - errors;
            into[ERROR_SQUARED] = into[ERROR] * into[ERROR];
            into[REFERENCE] = reference - references;
            into[REFERENCE_SQUARED] = into[REFERENCE] * into[REFERENCE];
        });
    }

    private static void compute(double[] sums, double[] into) {
        var n = sums[WEIGHT];
        var all = squares(sums[REFERENCE], sums[REFERENCE_SQUARED], n);
        into[0] = sums[ABSOLUTE] / n;
        into[1] = sums[SQUARED] / n;
        into[2] = Math.sqrt(sums[SQUARED] / n);
        into[3] = sums[ZEROS] > 0 ? Double.NaN : sums[RELATIVE] / n;
        into[4] = sums[NEGATIVES] > 0 ? Double.NaN : sums[LOGARITHMIC] / n;
        into[5] = share(sums[SQUARED], all);
        into[6] = share(squares(sums[ERROR], sums[ERROR_SQUARED], n), all);
    }

    /** Returns the sum of squared distances from the mean. */
    private static double squares(double sum, double sumOfSquares, double n) {
        var squares = sumOfSquares - sum * sum / n;
        return squares <= NOTHING * sumOfSquares ? 0 : squares;
    }

    private static double share(double unexplained, double all) {
        if (all == 0) {
            return unexplained == 0 ? 1 : 0;
        }
        return 1 - unexplained / all;
    }
}
