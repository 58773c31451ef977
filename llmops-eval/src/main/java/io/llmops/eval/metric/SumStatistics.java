package io.llmops.eval.metric;

import java.util.function.UnaryOperator;

/** Functions of the weighted sums of the columns that are made of the rows. Immutable. */
record SumStatistics(int width, UnaryOperator<RowTable> columns, Computation ofSums) implements RowStatistics {

    @Override
    public Computation over(RowTable rows) {
        var table = columns.apply(rows);
        return (weights, into) -> ofSums.compute(table.sums(weights), into);
    }

    /** Returns every statistic with one row fewer of each row in turn: statistics by rows. */
    double[][] jackknife(RowTable rows, double[] weights, int statistics) {
        var table = columns.apply(rows);
        var sums = table.sums(weights);
        var without = new double[sums.length];
        var numbers = new double[statistics];
        var all = new double[statistics][rows.size()];
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < sums.length; column++) {
                without[column] = sums[column] - table.at(row, column);
            }
            ofSums.compute(without, numbers);
            for (var s = 0; s < statistics; s++) {
                all[s][row] = numbers[s];
            }
        }
        return all;
    }
}
