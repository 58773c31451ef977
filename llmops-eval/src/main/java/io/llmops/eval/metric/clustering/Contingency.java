package io.llmops.eval.metric.clustering;

import io.llmops.eval.metric.RowTable;
import java.util.Arrays;

/** How much weight the pairs of a reference group (row) and an answered group (column) have. Not safe for many threads. */
final class Contingency {

    private final double[][] cells;
    private final double[] rows;
    private final double[] columns;
    private final double total;

    private Contingency(double[][] cells) {
        this.cells = cells;
        rows = new double[cells.length];
        columns = new double[cells.length == 0 ? 0 : cells[0].length];
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < columns.length; column++) {
                rows[row] += cells[row][column];
                columns[column] += cells[row][column];
            }
        }
        total = Arrays.stream(rows).sum();
    }

    static Contingency of(RowTable pairs, double[] weights) {
        var cells = new double[size(pairs, 0)][size(pairs, 1)];
        for (var row = 0; row < pairs.size(); row++) {
            cells[(int) pairs.at(row, 0)][(int) pairs.at(row, 1)] += weights[row];
        }
        return new Contingency(cells);
    }

    private static int size(RowTable pairs, int column) {
        var largest = -1.0;
        for (var row = 0; row < pairs.size(); row++) {
            largest = Math.max(largest, pairs.at(row, column));
        }
        return 1 + (int) largest;
    }

    double total() {
        return total;
    }

    double[] rows() {
        return rows;
    }

    double[] columns() {
        return columns;
    }

    /** Returns the sum of the squared cells. */
    double squares() {
        return Arrays.stream(cells).mapToDouble(Contingency::squares).sum();
    }

    static double squares(double[] counts) {
        return Arrays.stream(counts).map(count -> count * count).sum();
    }

    /** Returns the entropy of counts, in nats. */
    double entropy(double[] counts) {
        return Arrays.stream(counts)
                .filter(count -> count > 0)
                .map(count -> -count / total * (StrictMath.log(count) - StrictMath.log(total)))
                .sum();
    }

    /** Returns the mutual information, in nats. */
    double information() {
        var sum = 0.0;
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < columns.length; column++) {
                var cell = cells[row][column];
                if (cell > 0) {
                    sum += cell
                            / total
                            * (StrictMath.log(cell)
                                    + StrictMath.log(total)
                                    - StrictMath.log(rows[row])
                                    - StrictMath.log(columns[column]));
                }
            }
        }
        return Math.max(0, sum);
    }
}
