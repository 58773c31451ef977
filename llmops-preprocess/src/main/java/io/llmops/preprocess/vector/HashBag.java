package io.llmops.preprocess.vector;

import io.llmops.core.model.SparseVector;
import java.util.Arrays;

/** Positions seen in a text with a sign each, some more than once. Not safe for use by many threads. */
final class HashBag {

    private long[] seen = new long[16];
    private int size;

    void add(int index, boolean negative) {
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, 2 * size);
        }
        seen[size++] = 2L * index + (negative ? 1 : 0);
    }

    /** Terms that meet at a position add up, or cancel each other out; seen once is 1 if only that counts. */
    SparseVector toVector(boolean binary, Norm norm) {
        Arrays.sort(seen, 0, size);
        var indices = new int[size];
        var values = new double[size];
        var distinct = 0;
        for (int i = 0, next; i < size; i = next) {
            var index = seen[i] >> 1;
            var sum = 0;
            for (next = i; next < size && seen[next] >> 1 == index; next++) {
                sum += (seen[next] & 1) == 0 ? 1 : -1;
            }
            indices[distinct] = (int) index;
            values[distinct++] = binary ? 1 : sum;
        }
        return norm.vector(Arrays.copyOf(indices, distinct), Arrays.copyOf(values, distinct));
    }
}
