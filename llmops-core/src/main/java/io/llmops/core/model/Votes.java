package io.llmops.core.model;

import java.util.List;
import java.util.Optional;

/**
 * What the nearest examples say an input is. Immutable.
 *
 * @param classes the labels among the neighbours with their scores, best first; empty if there are no neighbours
 * @param neighbours the examples that voted, nearest first; empty if nothing has anything in common with the input
 */
public record Votes(List<Vote> classes, List<Neighbour> neighbours) {

    /** Copies the lists. */
    public Votes {
        classes = List.copyOf(classes);
        neighbours = List.copyOf(neighbours);
    }

    /** {@return the best class, or empty if nobody voted} */
    public Optional<Vote> best() {
        return classes.stream().findFirst();
    }

    /**
     * One class and its score.
     *
     * @param label the class
     * @param score the similarities of its neighbours, summed and divided by how many were asked: from 0 (exclusive) to 1
     *     with cosine, where 1 says that all who were asked are of this class and equal to the input but for their length
     */
    public record Vote(String label, double score) {}

    /**
     * One example that voted.
     *
     * @param id the example's id
     * @param label its class
     * @param similarity how like the input it is, greater than 0
     */
    public record Neighbour(String id, String label, double similarity) {}
}
