package io.llmops.eval.metric;

import io.llmops.eval.stats.Sorting;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;

/** Rows of numbers as they come, each with its weight and how often it came. Not safe for use by many threads. */
final class RowList {

    private final int width;
    private int size;
    private double[] numbers = new double[0];
    private double[] weights = new double[0];
    private double[] times = new double[0];

    RowList(int width) {
        this.width = width;
    }

    int size() {
        return size;
    }

    void add(double[] row, double weight) {
        grow(1);
        System.arraycopy(row, 0, numbers, size * width, width);
        weights[size] = weight;
        times[size] = 1;
        size++;
    }

    void merge(RowList other, double factor) {
        grow(other.size);
        System.arraycopy(other.numbers, 0, numbers, size * width, other.size * width);
        System.arraycopy(other.times, 0, times, size, other.size);
        for (var i = 0; i < other.size; i++) {
            weights[size + i] = other.weights[i] * factor;
        }
        size += other.size;
    }

    private void grow(int more) {
        var needed = Math.addExact(size, more);
        if (needed > weights.length) {
            var capacity = Math.max(needed, weights.length + (weights.length >> 1) + 1);
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(capacity, width));
            weights = Arrays.copyOf(weights, capacity);
            times = Arrays.copyOf(times, capacity);
        }
    }

    /** Returns a view of the rows, good until the next one is added. */
    RowTable table() {
        return new RowTable(width, size, numbers);
    }

    /** Returns the weights, as many as there are rows, good until the next one is added. */
    double[] weights() {
        if (weights.length > size) {
            weights = Arrays.copyOf(weights, size);
        }
        return weights;
    }

    /** Returns how often the row came. */
    double times(int row) {
        return times[row];
    }

    void forEach(ObjDoubleConsumer<double[]> visitor) {
        var row = new double[width];
        for (var i = 0; i < size; i++) {
            System.arraycopy(numbers, i * width, row, 0, width);
            visitor.accept(row, weights[i]);
        }
    }

    /** Adds to another list what becomes of each row. */
    void mapInto(RowList other, BiConsumer<double[], double[]> mapping) {
        other.grow(size);
        forEach((row, weight) -> {
            var mapped = new double[other.width];
            mapping.accept(row, mapped);
            other.add(mapped, weight);
        });
        System.arraycopy(times, 0, other.times, other.size - size, size);
    }

    /** Returns the same rows in an order of their own, equal ones joined. */
    RowList sorted() {
        var table = table();
        var order = Sorting.ascending(Arrays.copyOf(weights, size));
        for (var column = width - 1; column >= 0; column--) {
            order = Sorting.ascending(table.column(column), order);
        }
        var joined = new RowList(width);
        joined.grow(size);
        for (var row : order) {
            if (weights[row] > 0) {
                var last = joined.size - 1;
                if (last < 0 || !joined.isRow(last, numbers, row * width)) {
                    System.arraycopy(numbers, row * width, joined.numbers, joined.size * width, width);
                    joined.size++;
                }
                joined.weights[joined.size - 1] += weights[row];
                joined.times[joined.size - 1] += times[row];
            }
        }
        return joined;
    }

    private boolean isRow(int row, double[] others, int from) {
        return Arrays.equals(numbers, row * width, (row + 1) * width, others, from, from + width);
    }
}
