package io.llmops.core.model;

import io.llmops.core.model.NeighbourIndex.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the k best of the hits it is offered, in the order of their positions. Not safe for use by many threads. */
final class NearestHits {

    private static final Comparator<Hit> NEAREST_FIRST =
            Comparator.comparingDouble(Hit::similarity).reversed().thenComparingInt(Hit::position);

    private final int k;
    private final PriorityQueue<Hit> kept;
    private double floor;

    NearestHits(int k) {
        this.k = k;
        this.kept = new PriorityQueue<>(NEAREST_FIRST.reversed());
    }

    /** Offers a hit; it is kept if its similarity is above 0 and above that of the worst of k kept before. */
    void offer(int position, double similarity) {
        if (similarity > floor) {
            keep(new Hit(position, similarity));
        }
    }

    private void keep(Hit hit) {
        if (kept.size() == k) {
            kept.remove();
        }
        kept.add(hit);
        if (kept.size() == k) {
            floor = kept.element().similarity();
        }
    }

    List<Hit> nearestFirst() {
        return kept.stream().sorted(NEAREST_FIRST).toList();
    }
}
