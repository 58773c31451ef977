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
     * @param column from 0 to below the width of a row
     * @return the number
     */
    public double at(int row, int column) {
        return numbers[row * width + column];
    }

    /**
     * Returns the rows ordered by the numbers of a column.
     *
     * @param column from 0 to below the width of a row
     * @return the row of the smallest number first; rows of equal numbers in the order they have here
     */
    public int[] ascending(int column) {
        return Sorting.ascending(column(column));
    }

    /**
     * Returns a column.
     *
     * @param column from 0 to below the width of a row
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
