package io.llmops.preprocess.vector;

import io.llmops.core.model.SparseVector;
import java.util.Arrays;

/** Positions seen in a text, some more than once. Not safe for use by many threads. */
final class IndexBag {

    private int[] seen = new int[16];
    private int size;

    void add(int index) {
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, 2 * size);
        }
        seen[size++] = index;
    }

    SparseVector toVector(Weighting weighting, double[] idf) {
        Arrays.sort(seen, 0, size);
        var indices = new int[size];
        var values = new double[size];
        var distinct = 0;
        for (int i = 0, next; i < size; i = next) {
            next = i + 1;
            while (next < size && seen[next] == seen[i]) {
                next++;
            }
            indices[distinct] = seen[i];
            values[distinct++] = weighting.of(next - i) * idf[seen[i]];
        }
        return weighting.norm().vector(Arrays.copyOf(indices, distinct), Arrays.copyOf(values, distinct));
    }
}
