package io.llmops.eval.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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

    /** Returns the weights, a copy. */
    double[] weights() {
        return Arrays.copyOf(weights, size);
    }

    /** Returns how often the row came. */
    double times(int row) {
        return times[row];
    }

    /** Returns the same rows with the numbers at the places that their numbers say; NaN stays. */
    RowList renumbered(double[] newNumbers) {
        var changed = new RowList(width);
        changed.merge(this, 1);
        for (var i = 0; i < size * width; i++) {
            changed.numbers[i] = Double.isNaN(numbers[i]) ? Double.NaN : newNumbers[(int) numbers[i]];
        }
        return changed;
    }

    /** Returns the same rows in an order of their own, equal ones joined. */
    RowList sorted() {
        var table = table();
        var order = IntStream.range(0, size)
                .boxed()
                .sorted(((Comparator<Integer>) table::compare).thenComparingDouble(row -> weights[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        var joined = new RowList(width);
        joined.grow(size);
        for (var i = 0; i < size; i++) {
            if (weights[order[i]] > 0) {
                if (joined.size == 0 || table.compare(order[i - 1], order[i]) != 0 || weights[order[i - 1]] == 0) {
                    System.arraycopy(numbers, order[i] * width, joined.numbers, joined.size * width, width);
                    joined.size++;
                }
                joined.weights[joined.size - 1] += weights[order[i]];
                joined.times[joined.size - 1] += times[order[i]];
            }
        }
        return joined;
    }
}
