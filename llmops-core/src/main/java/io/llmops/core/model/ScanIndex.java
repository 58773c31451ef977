package io.llmops.core.model;

import java.util.List;
import java.util.Optional;

/** Any similarity over anything: a query meets every stored vector. Immutable. */
record ScanIndex<V>(List<V> vectors, Similarity<? super V> similarity) implements NeighbourIndex<V> {

    /** Greater ones are refused, so that no sum of votes overflows. */
    private static final double GREATEST = 1e150;

    @Override
    public List<Hit> nearest(V query, int k) {
        var hits = new NearestHits(k);
        for (var position = 0; position < vectors.size(); position++) {
            var alike = similarity.between(query, vectors.get(position));
            if (!(Math.abs(alike) <= GREATEST)) {
                throw new IllegalStateException("expected a similarity of magnitude " + GREATEST + " at most, found "
                        + alike + " with example number " + (position + 1));
            }
            hits.offer(position, alike);
        }
        return hits.nearestFirst();
    }

    @Override
    public int size() {
        return vectors.size();
    }

    @Override
    public Optional<Content> content() {
        return Optional.empty();
    }
}
