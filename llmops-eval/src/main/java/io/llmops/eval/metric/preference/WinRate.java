package io.llmops.eval.metric.preference;

import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import java.util.Objects;

/** What a player made of a game. */
record WinRate(String player) implements Scorer<Game, Object> {

    static final String DEFINITION = "games won, ties half / games of the player";

    WinRate {
        Objects.requireNonNull(player, "player");
    }

    @Override
    public String name() {
        return "win_rate/" + player;
    }

    @Override
    public String definition() {
        return DEFINITION;
    }

    @Override
    public Score score(Game game, Object reference) {
        if (game.first().equals(player)) {
            return Score.of(game.score());
        }
        return game.second().equals(player) ? Score.of(1 - game.score()) : new Score.Abstained("a game of others");
    }
}
