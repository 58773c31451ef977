package io.llmops.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.model.resilience.Price;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardTest {

    private static final Usage TOKENS = new Usage(1, 1_000, 100, 0);

    /** Right (R) or wrong answers to questions of two labels, each in so many milliseconds. */
    private static EvaluationRun<String, String, String> run(String name, String answers, int millis) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < answers.length(); i++) {
            var reference = i % 2 == 0 ? "yes" : "no";
            var other = i % 2 == 0 ? "no" : "yes";
            var example = Observed.of("e" + i, reference, reference).example();
            var answer = answers.charAt(i) == 'R' ? reference : other;
            observations.add(Observation.of(
                    example,
                    new Trace<>(
                            Outcome.answered(answer),
                            List.of(new Trace.Step("ask", Outcome.answered(answer), Duration.ofMillis(millis))),
                            TOKENS)));
        }
        return RunsOf.observations(name, observations, Classification.report());
    }

    private static Candidate<String, String> candidate(String name, String answers, int millis) {
        return Candidate.of(run(name, answers, millis));
    }

    /** 40 answers: the first all right, the second one wrong more, the third twenty. */
    private static final Candidate<String, String> LARGE = candidate("large", "R".repeat(40), 900);

    private static final Candidate<String, String> MIDDLE = candidate("middle", "W" + "R".repeat(39), 300);
    private static final Candidate<String, String> SMALL = candidate("small", "RW".repeat(20), 100);

    private static Candidate<String, String> priced(Candidate<String, String> one, String price) {
        return one.with(ModelCard.of(one.name()).withPrice(Price.of(price, price)));
    }

    @Test
    void ranksAndGroupsThoseThatCannotBeToldApart() {
        var board = Leaderboard.of("accuracy", SMALL, MIDDLE, LARGE);
        assertThat(board.standings())
                .extracting(one -> one.place() + " " + one.candidate().name() + " " + one.groups())
                .containsExactly("1 large a", "2 middle a", "3 small b");
        assertThat(board).hasToString("accuracy: [large, middle, small]");
    }

    @Test
    void adjustsTheTestsOfAllPairsByHolm() {
        var board = Leaderboard.of("accuracy", SMALL, MIDDLE, LARGE);
        // mid-p of McNemar: 20 of 20 discordant pairs against small 2^-20; 1 of 1 against middle 0.5;
        // middle against small: "W" at an example small has right, 20 against 1
        var large = Math.pow(2, -20);
        var middle = 2 * (1 + 21) * Math.pow(2, -21) - 21 * Math.pow(2, -21);
        assertThat(board.pValue("small", "large")).isCloseTo(3 * large, within(1e-15));
        assertThat(board.pValue("middle", "small")).isCloseTo(2 * middle, within(1e-12));
        assertThat(board.pValue("large", "middle")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void canBeAdjustedForFalseDiscoveriesInstead() {
        var board = Leaderboard.of("accuracy", List.of(SMALL, MIDDLE, LARGE), Correction.BENJAMINI_HOCHBERG);
        assertThat(board.pValue("small", "large")).isCloseTo(3 * Math.pow(2, -20), within(1e-15));
        assertThat(board.pValue("large", "middle")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void twoGroupsMayShareTheOneBetweenThem() {
        // 30 examples: neighbours differ by 4 answers, the ends by 8
        var a = candidate("a", "R".repeat(30), 1);
        var b = candidate("b", "W".repeat(4) + "R".repeat(26), 1);
        var c = candidate("c", "W".repeat(8) + "R".repeat(22), 1);
        assertThat(Leaderboard.of("accuracy", a, b, c).standings())
                .extracting(Standing::groups)
                .containsExactly("a", "ab", "b");
    }

    @Test
    void equalValuesShareAPlaceAndStandInTheOrderOfTheirNames() {
        var board = Leaderboard.of("accuracy", candidate("z", "RRRW", 1), candidate("y", "WRRR", 1), LARGE_OF_FOUR);
        assertThat(board.standings())
                .extracting(one -> one.place() + " " + one.candidate().name())
                .containsExactly("1 x", "2 y", "2 z");
    }

    private static final Candidate<String, String> LARGE_OF_FOUR = candidate("x", "RRRR", 1);

    @Test
    void theFrontHoldsWhomNobodyBeatsInQualityCostAndTime() {
        var dear = priced(LARGE, "10");
        var fair = priced(MIDDLE, "1");
        var beaten = priced(candidate("beaten", "WW" + "R".repeat(38), 400), "2");
        var board = Leaderboard.of("accuracy", dear, fair, beaten, priced(SMALL, "0.1"));
        assertThat(board.paretoSet()).extracting(Candidate::name).containsExactly("large", "middle", "small");
        assertThat(board.standings())
                .filteredOn(one -> !one.onFront())
                .extracting(Standing::place)
                .containsExactly(3);
    }

    @Test
    void picksTheCheapestOfThoseThatCannotBeToldFromTheBest() {
        var pick = Leaderboard.of("accuracy", priced(LARGE, "10"), priced(MIDDLE, "1"), priced(SMALL, "0.1"))
                .pick();
        assertThat(pick.candidate().name()).isEqualTo("middle");
        // 1,100 tokens an example
        assertThat(pick.reason())
                .startsWith("accuracy 0.975, the cheapest of 2 that cannot be told apart ('large' 11.0, 1.10 for 1,000"
                        + " examples); against 'large' with accuracy 1.000 it changes by -0.025 [");
    }

    @Test
    void picksTheQuickestWhereCostsAreNotKnown() {
        var pick =
                Leaderboard.of("accuracy", priced(LARGE, "10"), MIDDLE, SMALL).pick();
        assertThat(pick.candidate().name()).isEqualTo("middle");
        assertThat(pick.reason()).contains("the quickest of 2", "'large' 900 ms, 300 ms at the median");
    }

    @Test
    void picksTheBestWhereItIsBetterThanAllOthers() {
        var pick = Leaderboard.of("accuracy", LARGE, SMALL).pick();
        assertThat(pick.candidate().name()).isEqualTo("large");
        assertThat(pick.reason()).isEqualTo("accuracy 1.000, better than all others by more than chance");
    }

    @Test
    void ranksByLessWhereLessIsBetter() {
        var board = Leaderboard.of("share/failed", failing("half", 20), failing("never", 0));
        assertThat(board.standings()).extracting(one -> one.candidate().name()).containsExactly("never", "half");
    }

    private static Candidate<String, String> failing(String name, int count) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 40; i++) {
            var example = Observed.of("e" + i, "yes", "yes").example();
            observations.add(
                    Observation.of(example, i < count ? Outcome.failed("ask", "no answer") : Outcome.answered("yes")));
        }
        return Candidate.of(RunsOf.observations(name, observations, Classification.report()));
    }

    @Test
    void doesNotKnowTheCostOfCallsWithoutTokens() {
        var unknown = priced(failing("f", 0), "1");
        assertThat(unknown.costPerThousand()).isEmpty();
        assertThat(priced(LARGE, "10").costPerThousand().orElseThrow()).isEqualByComparingTo("11");
    }

    @Test
    void refusesWhatCannotBeRanked() {
        assertThatThrownBy(() -> Leaderboard.of("accuracy", LARGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected two candidates or more, found 1");
        assertThatThrownBy(() -> Leaderboard.of("accuracy", LARGE, LARGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two candidates are named 'large'");
        assertThatThrownBy(() -> Leaderboard.of("acuracy", LARGE, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no metric 'acuracy', did you mean 'accuracy'?");
        assertThatThrownBy(() -> Leaderboard.of("accuracy", LARGE, candidate("short", "RR", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaderboard.of("accuracy", LARGE, SMALL).pValue("large", "tiny"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a candidate, found no 'tiny'; there are [large, small]");
    }
}
