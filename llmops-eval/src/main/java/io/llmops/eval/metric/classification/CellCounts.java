package io.llmops.eval.metric.classification;

import java.util.Arrays;

/**
 * Weights of the cells of a table whose size is not known beforehand: a hash table of reference and prediction, without
 * an object a cell. Not safe for use by many threads.
 */
final class CellCounts {

    private static final long EMPTY = -1;
    private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;
    private static final int FIRST_CAPACITY = 64;

    private long[] keys = filled(FIRST_CAPACITY);
    private double[] weights = new double[FIRST_CAPACITY];
    private int size;

    /** Takes each cell. */
    @FunctionalInterface
    interface Visitor {
        void visit(int reference, int prediction, double weight);
    }

    void add(int reference, int prediction, double weight) {
        var key = ((long) reference << Integer.SIZE) | prediction;
        var slot = slot(keys, key);
        if (keys[slot] == EMPTY) {
            keys[slot] = key;
            size++;
            if (size * 2 > keys.length) {
                grow();
                slot = slot(keys, key);
            }
        }
        weights[slot] += weight;
    }

    int size() {
        return size;
    }

    void forEach(Visitor visitor) {
        for (var i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                visitor.visit((int) (keys[i] >>> Integer.SIZE), (int) keys[i], weights[i]);
            }
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldWeights = weights;
        keys = filled(oldKeys.length * 2);
        weights = new double[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                var slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                weights[slot] = oldWeights[i];
            }
        }
    }

    private static int slot(long[] table, long key) {
        var mask = table.length - 1;
        var slot = (int) ((key * SCRAMBLE) >>> Integer.SIZE) & mask;
        while (table[slot] != EMPTY && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long[] filled(int capacity) {
        var table = new long[capacity];
        Arrays.fill(table, EMPTY);
        return table;
    }
}
