package io.llmops.eval.metric;

import io.llmops.eval.stats.Sorting;

/** Rows of as many numbers each, as {@link RowStatistics} see them. Immutable. */
public final class RowTable {

    private final int width;
    private final int size;
    private final double[] numbers;

    /** Takes the numbers, row by row, without copying them. */
    RowTable(int width, int size, double[] numbers) {
        this.width = width;
        this.size = size;
        this.numbers = numbers;
    }

    /** {@return how many rows there are} */
    public int size() {
        return size;
    }

    /**
     * Returns a number.
     *
     * @param row from 0 to below {@link #size}
     * @param column from 0 to below {@link #width}
     * @return the number
     */
    public double at(int row, int column) {
        return numbers[row * width + column];
    }

    /** {@return how many numbers a row has} */
    public int width() {
        return width;
    }

    /**
     * Returns the mean of a column, every row counting once: exactly the number where all are the same.
     *
     * @param column from 0 to below {@link #width}
     * @return the mean; 0 if there are no rows
     */
    public double mean(int column) {
        var first = size == 0 ? 0 : at(0, column);
        var apart = 0.0;
        for (var row = 0; row < size; row++) {
            apart += at(row, column) - first;
        }
        return size == 0 ? 0 : first + apart / size;
    }

    /**
     * Returns a table of other numbers, as many rows in the same order.
     *
     * @param newWidth how many numbers a row of it has
     * @param mapping makes the numbers of a row
     * @return the new table
     */
    public RowTable map(int newWidth, Mapping mapping) {
        var mapped = new double[Math.multiplyExact(size, newWidth)];
        var into = new double[newWidth];
        for (var row = 0; row < size; row++) {
            mapping.map(row, into);
            System.arraycopy(into, 0, mapped, row * newWidth, newWidth);
        }
        return new RowTable(newWidth, size, mapped);
    }

    /** Makes the numbers of a row of another table. */
    @FunctionalInterface
    public interface Mapping {

        /**
         * Makes the numbers of one row.
         *
         * @param row from 0 to below the size of the table
         * @param into receives every number of the row; holds those of the row before when it comes
         */
        void map(int row, double[] into);
    }

    /**
     * Returns the rows ordered by the numbers of a column.
     *
     * @param column from 0 to below {@link #width}
     * @return the row of the smallest number first; rows of equal numbers in the order they have here
     */
    public int[] ascending(int column) {
        return Sorting.ascending(column(column));
    }

    /**
     * Returns a column.
     *
     * @param column from 0 to below {@link #width}
     * @return its number of each row, a copy
     */
    public double[] column(int column) {
        var copy = new double[size];
        for (int row = 0, at = column; row < size; row++, at += width) {
            copy[row] = numbers[at];
        }
        return copy;
    }

    double[] sums(double[] weights) {
        var sums = new double[width];
        for (int row = 0, at = 0; row < size; row++, at += width) {
            var weight = weights[row];
            if (weight > 0) {
                for (var column = 0; column < width; column++) {
                    sums[column] += weight * numbers[at + column];
                }
            }
        }
        return sums;
    }
}
