package io.llmops.eval.metric.preference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Elo's ratings (1978): after each game the winner takes points from the loser, the more the less it was expected. They
 * depend on the order of the games, so they are no metric and have no interval: of games without an order use
 * {@link Preference#bradleyTerry()}. Immutable.
 *
 * @param k how many points a game can move, above 0
 * @param start the rating of a player before its first game, finite
 */
public record Elo(double k, double start) {

    /** 32 points a game, from 1,000. */
    public static final Elo STANDARD = new Elo(32, 1_000);

    private static final double TENFOLD = 400;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if k is not above 0 or a number is not finite
     */
    public Elo {
        if (!(k > 0 && k < Double.POSITIVE_INFINITY) || !Double.isFinite(start)) {
            throw new IllegalArgumentException(
                    "expected a finite k above 0 and a finite start, found " + k + ", " + start);
        }
    }

    /**
     * Returns the ratings after some games.
     *
     * @param games in the order in which they were played
     * @return the rating of each player, in the order of their names; empty if there were no games
     */
    public Map<String, Double> ratings(List<Game> games) {
        var ratings = new TreeMap<String, Double>();
        for (var game : games) {
            var first = ratings.getOrDefault(game.first(), start);
            var second = ratings.getOrDefault(game.second(), start);
            var expected = 1 / (1 + StrictMath.pow(10, (second - first) / TENFOLD));
            var points = k * (game.score() - expected);
            ratings.put(game.first(), first + points);
            ratings.put(game.second(), second - points);
        }
        return Collections.unmodifiableMap(ratings);
    }
}
