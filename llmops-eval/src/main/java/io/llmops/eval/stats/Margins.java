package io.llmops.eval.stats;

import java.util.Arrays;

/** The sums of a table of counts. Immutable. */
final class Margins {

    private final double[] rows;
    private final double[] columns;
    private final double total;

    private Margins(double[] rows, double[] columns) {
        this.rows = rows;
        this.columns = columns;
        this.total = Numbers.sum(rows);
    }

    static Margins of(double[][] table) {
        int width = table.length == 0 ? 0 : table[0].length;
        double[] rows = new double[table.length];
        double[] columns = new double[width];
        for (int i = 0; i < table.length; i++) {
            Numbers.requireSample("row", table[i], 1);
            Numbers.requireSameLength("counts in each row", table[i].length, "columns", width);
            for (int j = 0; j < width; j++) {
                if (table[i][j] < 0) {
                    throw new IllegalArgumentException("expected counts of 0 or more, found " + table[i][j]);
                }
                rows[i] += table[i][j];
                columns[j] += table[i][j];
            }
        }
        Margins margins = new Margins(rows, columns);
        if (margins.degreesOfFreedom() < 1) {
            throw new IllegalArgumentException("expected at least two rows and two columns with counts, found "
                    + used(rows) + " and " + used(columns));
        }
        return margins;
    }

    double expected(int row, int column) {
        return rows[row] * columns[column] / total;
    }

    double total() {
        return total;
    }

    double degreesOfFreedom() {
        return Math.max(0, used(rows) - 1) * Math.max(0, used(columns) - 1);
    }

    double smallerSide() {
        return Math.min(used(rows), used(columns));
    }

    private static double used(double[] sums) {
        return Arrays.stream(sums).filter(sum -> sum > 0).count();
    }
}
