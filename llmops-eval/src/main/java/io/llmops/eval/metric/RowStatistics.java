package io.llmops.eval.metric;

import io.llmops.eval.stats.Interval;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Numbers computed from weighted rows, see {@link RowMetric}. What does not depend on the weights (an order by size) is
 * done once, in {@link #over}, and serves all resamples. Implementations are immutable.
 */
public interface RowStatistics {

    /** {@return how many numbers a row has} */
    int width();

    /**
     * Returns what computes the statistics of some rows.
     *
     * @param rows any, in any order
     * @return the computation; many threads may share it
     */
    Computation over(RowTable rows);

    /**
     * Returns statistics that are functions of the weighted sums of the columns. They resample fast, and over many rows
     * their intervals come from derivatives instead.
     *
     * @param width how many numbers a row has
     * @param ofSums takes the sums of the columns
     * @return the statistics
     */
    static RowStatistics ofSums(int width, Computation ofSums) {
        return ofSums(width, UnaryOperator.identity(), ofSums);
    }

    /**
     * Returns statistics that are functions of the weighted sums of columns that are made of all rows together, such as
     * distances from a mean.
     *
     * @param width how many numbers a row has
     * @param columns makes the table whose columns are summed: as many rows, in the same order, see {@link RowTable#map}
     * @param ofSums takes the sums of its columns
     * @return the statistics
     */
    static RowStatistics ofSums(int width, UnaryOperator<RowTable> columns, Computation ofSums) {
        return new SumStatistics(width, columns, ofSums);
    }

    /** Computes statistics of weights (or sums). */
    @FunctionalInterface
    interface Computation {

        /**
         * Computes the statistics.
         *
         * @param weights the weight of each row, 0 or more; or, of {@link #ofSums}, the sum of each column
         * @param into receives the statistics in the order of the metric's descriptions; NaN for one that is undefined
         */
        void compute(double[] weights, double[] into);

        /**
         * Returns the derivatives of the statistics, if they are known: of each by the weight of each row. With them many
         * rows need no resampling, see {@link RowMetric}.
         *
         * @param weights the weight of each row, 0 or more
         * @return for each statistic a number for each row, NaN where the statistic is undefined; no statistic, which is
         *     what it returns unless overridden, if they are not known
         */
        default double[][] derivatives(double[] weights) {
            return new double[0][];
        }

        /**
         * Returns how much work one computation is.
         *
         * @param rows how many rows there are
         * @return about how many numbers are looked at, in units of one row; the rows unless overridden
         */
        default long cost(int rows) {
            return rows;
        }

        /**
         * Returns the interval of a statistic by a formula, which is then preferred to resampling.
         *
         * @param statistic the number of the statistic
         * @param weights the weight of each row, as counts
         * @param level the confidence, above 0 and below 1
         * @return the interval, or empty if no formula holds here, which is what it returns unless overridden
         */
        default Optional<Interval> interval(int statistic, double[] weights, double level) {
            return Optional.empty();
        }
    }
}
