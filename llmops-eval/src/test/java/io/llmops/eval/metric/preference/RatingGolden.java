package io.llmops.eval.metric.preference;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;

/** Elo ratings and Bradley–Terry strengths. */
public final class RatingGolden implements GoldenChecker {

    private static final double ELO = 1e-9;
    private static final double BRADLEY_TERRY = 1e-8;

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var games = new ArrayList<Game>();
        golden.input()
                .get("games")
                .forEach(game -> games.add(new Game(
                        game.get(0).textValue(),
                        game.get(1).textValue(),
                        game.get(2).doubleValue())));
        var ratings = Elo.STANDARD.ratings(games);
        ratings.forEach((name, rating) -> checks.that(ELO, () -> rating, "elo_k32_start1000", name));
        var strengths = Preference.bradleyTerry().accumulator();
        games.forEach(game -> strengths.add(Observation.of(Example.of("g", "in", ""), Outcome.answered(game)), 1));
        ratings.keySet()
                .forEach(name -> checks.that(
                        BRADLEY_TERRY,
                        () -> strengths.value("bradley_terry/" + name).orElseThrow(),
                        "bradley_terry_log_strength_centred",
                        name));
    }
}
