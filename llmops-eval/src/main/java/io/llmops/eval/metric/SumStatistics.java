package io.llmops.eval.metric;

/** Functions of the weighted sums of the columns. Immutable. */
record SumStatistics(int width, Computation ofSums) implements RowStatistics {

    @Override
    public Computation over(RowTable rows) {
        return (weights, into) -> ofSums.compute(rows.sums(weights), into);
    }

    /** Returns every statistic with one row fewer of each row in turn: statistics by rows. */
    double[][] jackknife(RowTable rows, double[] weights, int statistics) {
        var sums = rows.sums(weights);
        var without = new double[width];
        var numbers = new double[statistics];
        var all = new double[statistics][rows.size()];
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < width; column++) {
                without[column] = sums[column] - rows.at(row, column);
            }
            ofSums.compute(without, numbers);
            for (var s = 0; s < statistics; s++) {
                all[s][row] = numbers[s];
            }
        }
        return all;
    }
}
