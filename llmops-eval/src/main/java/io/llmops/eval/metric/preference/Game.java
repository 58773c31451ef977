package io.llmops.eval.metric.preference;

import java.util.Objects;

/**
 * Two players set against each other, and what came of it. Immutable.
 *
 * @param first the name of a player
 * @param second the name of another
 * @param score of the first: 1 won, 0 lost, 0.5 a tie
 */
public record Game(String first, String second, double score) {

    /**
     * Checks the game.
     *
     * @throws IllegalArgumentException if the players are the same, or the score is none of 0, 0.5 and 1
     */
    public Game {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        if (first.equals(second)) {
            throw new IllegalArgumentException("expected two players, found '" + first + "' twice");
        }
        if (score != 0 && score != 0.5 && score != 1) {
            throw new IllegalArgumentException("expected a score of 0, 0.5 or 1, found " + score);
        }
    }
}
