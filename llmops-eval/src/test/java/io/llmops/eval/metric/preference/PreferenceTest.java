package io.llmops.eval.metric.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    private static Map<String, MetricValue> values(Metric<Game, Object> metric, Game... games) {
        var accumulator = metric.accumulator();
        for (var game : games) {
            accumulator.add(Observation.of(Example.of("g", "in", ""), Outcome.answered(game)), 1);
        }
        return accumulator.values(Uncertainty.STANDARD);
    }

    @Test
    void countsTheGamesOfAPlayerOnly() {
        var rate = values(
                        Preference.winRate("a"),
                        new Game("a", "b", 1),
                        new Game("b", "a", 1),
                        new Game("c", "a", 0.5),
                        new Game("b", "c", 1))
                .get("win_rate/a")
                .estimate()
                .orElseThrow();

        assertThat(rate.value()).isEqualTo(0.5);
        assertThat(rate.n()).isEqualTo(3);
        assertThat(rate.excluded()).isEqualTo(1);
        assertThat(rate.interval()).isPresent();
    }

    @Test
    void hasTheLogOddsOfTwoPlayersByBradleyAndTerry() {
        var values = values(
                Preference.bradleyTerry(),
                new Game("a", "b", 1),
                new Game("b", "a", 0),
                new Game("a", "b", 0.5),
                new Game("a", "b", 0.5),
                new Game("b", "a", 1));

        // a has 3 of 5 points: the odds are 1.5
        var strength = values.get("bradley_terry/a").estimate().orElseThrow();
        assertThat(strength.value()).isCloseTo(Math.log(1.5) / 2, within(1e-12));
        assertThat(strength.n()).isEqualTo(5);
        assertThat(strength.interval().orElseThrow().contains(0)).isTrue();
    }

    @Test
    void hasNoStrengthsWhereOnePlayerWonEverything() {
        assertThat(values(Preference.bradleyTerry(), new Game("a", "b", 1), new Game("a", "b", 1))
                        .get("bradley_terry/b"))
                .isEqualTo(new MetricValue.Undefined("not every player beat every other, directly or through others"));
    }

    @Test
    void movesEloByTheSurprise() {
        var one = Elo.STANDARD.ratings(List.of(new Game("a", "b", 1)));

        assertThat(one).containsExactly(Map.entry("a", 1016.0), Map.entry("b", 984.0));
        // 400 points apart the stronger is expected to win 10 of 11 times
        var apart = new Elo(11, 0).ratings(List.of(new Game("a", "b", 0.5)));
        assertThat(apart).containsExactly(Map.entry("a", 0.0), Map.entry("b", 0.0));
        assertThat(Elo.STANDARD.ratings(List.of())).isEmpty();
    }

    @Test
    void ratesByEloInTheOrderOfTheGames() {
        var games = List.of(new Game("a", "b", 1), new Game("a", "b", 0));
        var otherOrder = List.of(games.get(1), games.get(0));

        assertThat(Elo.STANDARD.ratings(games)).isNotEqualTo(Elo.STANDARD.ratings(otherOrder));
    }

    @Test
    void refusesGamesThatAreNone() {
        assertThatThrownBy(() -> new Game("a", "a", 1)).hasMessage("expected two players, found 'a' twice");
        assertThatThrownBy(() -> new Game("a", "b", 0.7)).hasMessage("expected a score of 0, 0.5 or 1, found 0.7");
        assertThatThrownBy(() -> new Elo(0, 1000))
                .hasMessage("expected a finite k above 0 and a finite start, found 0.0, 1000.0");
    }
}
