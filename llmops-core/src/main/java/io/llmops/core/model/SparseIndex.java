package io.llmops.core.model;

import io.llmops.core.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cosine over sparse vectors by an inverted index: a query meets only the vectors it shares a position with. Immutable. */
final class SparseIndex implements NeighbourIndex<SparseVector> {

    private final int size;
    private final Fingerprint fingerprint;

    /** The positions that occur, ascending. */
    private final int[] terms;

    /** Where in the postings the vectors of a term start; one more at the end. */
    private final int[] starts;

    private final int[] postings;
    private final double[] weights;

    SparseIndex(List<SparseVector> vectors) {
        size = vectors.size();
        fingerprint = fingerprint(vectors);
        terms = vectors.stream()
                .flatMapToInt(vector -> Arrays.stream(vector.indices()))
                .distinct()
                .sorted()
                .toArray();
        starts = starts(vectors);
        postings = new int[starts[terms.length]];
        weights = new double[postings.length];
        var next = starts.clone();
        for (var position = 0; position < size; position++) {
            var vector = vectors.get(position);
            for (var i = 0; i < vector.size(); i++) {
                var at = next[Arrays.binarySearch(terms, vector.index(i))]++;
                postings[at] = position;
                weights[at] = vector.value(i) / vector.norm();
            }
        }
    }

    private int[] starts(List<SparseVector> vectors) {
        var counts = new int[terms.length + 1];
        for (var vector : vectors) {
            for (var i = 0; i < vector.size(); i++) {
                var term = Arrays.binarySearch(terms, vector.index(i));
                counts[term + 1] = Math.incrementExact(counts[term + 1]);
            }
        }
        Arrays.parallelPrefix(counts, Math::addExact);
        return counts;
    }

    private static Fingerprint fingerprint(List<SparseVector> vectors) {
        var hasher = Fingerprint.hasher();
        for (var vector : vectors) {
            hasher.add(vector.size());
            for (var i = 0; i < vector.size(); i++) {
                hasher.add(vector.index(i)).add(Double.doubleToLongBits(vector.value(i)));
            }
        }
        return hasher.finish();
    }

    @Override
    public List<Hit> nearest(SparseVector query, int k) {
        var sums = new double[size];
        for (var i = 0; i < query.size(); i++) {
            var term = Arrays.binarySearch(terms, query.index(i));
            if (term >= 0) {
                add(query.value(i) / query.norm(), term, sums);
            }
        }
        var hits = new NearestHits(k);
        for (var position = 0; position < size; position++) {
            hits.offer(position, Math.min(1, sums[position]));
        }
        return hits.nearestFirst();
    }

    private void add(double weight, int term, double[] sums) {
        for (var at = starts[term]; at < starts[term + 1]; at++) {
            sums[postings[at]] += weight * weights[at];
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Optional<Content> content() {
        return Optional.of(new Content("cosine", fingerprint));
    }
}
