package io.llmops.core.model;

import io.llmops.core.Fingerprint;
import java.util.List;
import java.util.Optional;

/** Finds the stored vectors nearest to another. */
interface NeighbourIndex<V> {

    /** The k nearest with a similarity above 0, nearest first, of equals the one stored first. */
    List<Hit> nearest(V query, int k);

    /** How many are stored. */
    int size();

    /** The name of the similarity and the content; empty if it cannot be told. */
    Optional<Content> content();

    /** What an index would have to say in a description. */
    record Content(String similarity, Fingerprint fingerprint) {}

    /** A stored vector, by its position. */
    record Hit(int position, double similarity) {}
}
