package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.Objects;

/**
 * Orders of rows by their numbers, in time that grows with the rows and not faster: a radix sort from the lowest bits to
 * the highest, without an object a row. −0 comes before 0, and NaN last. Safe for use by many threads.
 */
public final class Sorting {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = (Long.SIZE + BITS - 1) / BITS;

    private Sorting() {}

    /**
     * Returns the rows from that of the smallest number to that of the largest.
     *
     * @param numbers one a row
     * @return the places of the rows; rows of equal numbers keep their order
     */
    public static int[] ascending(double[] numbers) {
        int[] order = new int[numbers.length];
        Arrays.setAll(order, row -> row);
        return ascending(numbers, order);
    }

    /**
     * Returns rows that have an order already in the order of other numbers: what sorts by several columns, the last
     * first.
     *
     * @param numbers one a row
     * @param order the places of the rows, each once
     * @return the places of the rows by their numbers; rows of equal numbers keep the order they had
     */
    public static int[] ascending(double[] numbers, int[] order) {
        Objects.requireNonNull(numbers, "numbers");
        Numbers.requireSameLength("numbers", numbers.length, "rows", order.length);
        int n = order.length;
        long[] keys = new long[n];
        int[][] counts = new int[PASSES][BUCKETS];
        for (int i = 0; i < n; i++) {
            long key = key(numbers[order[i]]);
            keys[i] = key;
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][digit(key, pass)]++;
            }
        }
        int[] rows = order.clone();
        int[] nextRows = new int[n];
        long[] nextKeys = new long[n];
        for (int pass = 0; pass < PASSES; pass++) {
            if (n == 0 || counts[pass][digit(keys[0], pass)] == n) {
                continue;
            }
            int[] places = starts(counts[pass]);
            for (int i = 0; i < n; i++) {
                int place = places[digit(keys[i], pass)]++;
                nextKeys[place] = keys[i];
                nextRows[place] = rows[i];
            }
            long[] sortedKeys = nextKeys;
            nextKeys = keys;
            keys = sortedKeys;
            int[] sortedRows = nextRows;
            nextRows = rows;
            rows = sortedRows;
        }
        return rows;
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[BUCKETS];
        for (int bucket = 1; bucket < BUCKETS; bucket++) {
            starts[bucket] = starts[bucket - 1] + counts[bucket - 1];
        }
        return starts;
    }

    /** Returns bits that order as unsigned numbers as the numbers do. */
    private static long key(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static int digit(long key, int pass) {
        return (int) ((key >>> (pass * BITS)) & (BUCKETS - 1));
    }
}
