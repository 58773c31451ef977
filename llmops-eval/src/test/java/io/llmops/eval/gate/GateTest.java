package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Scorer<Object, Object> DISTANCE = Scorers.of(
            new MetricDescription("distance", Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, "made up"),
            (answer, reference) -> answer.equals(reference) ? 0 : 1);

    /** A run of two classes with so many right, wrong and failed. */
    private static EvaluationRun<String, String, String> run(int right, int wrong, int failed) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < right + wrong + failed; i++) {
            var reference = i % 2 == 0 ? "a" : "b";
            var answer = i < right ? reference : i < right + wrong ? (i % 2 == 0 ? "b" : "a") : "!";
            observations.add(Observed.of("e" + i, reference, answer));
        }
        return RunsOf.observations("run", observations, Classification.report(), DISTANCE);
    }

    private static Decision decide(Gate gate, EvaluationRun<?, ?, ?> run) {
        return gate.check(run).decision();
    }

    @Test
    void decidesAtLeastOnTheBoundsOfTheInterval() {
        var run = run(90, 10, 0); // 90 of 100 by Clopper and Pearson is 0.8238 to 0.9510

        assertThat(decide(Gate.atLeast("accuracy", 0.82), run)).isEqualTo(Decision.PASS);
        assertThat(decide(Gate.atLeast("accuracy", 0.83), run)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atLeast("accuracy", 0.95), run)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atLeast("accuracy", 0.96), run)).isEqualTo(Decision.FAIL);
    }

    @Test
    void decidesAtMostOnTheBoundsOfTheInterval() {
        var run = run(90, 10, 0);

        assertThat(decide(Gate.atMost("accuracy", 0.96), run)).isEqualTo(Decision.PASS);
        assertThat(decide(Gate.atMost("accuracy", 0.9), run)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atMost("accuracy", 0.8), run)).isEqualTo(Decision.FAIL);
        assertThat(decide(Gate.atMost("share/failed", 0.05), run)).isEqualTo(Decision.PASS);
    }

    /** Tango's interval of 600 pairs of which none changed is 0 plus or minus 0.0064; of equal classes F1 moves as much. */
    @Test
    void knowsThatPairsThatDidNotChangeHereMayElsewhere() {
        var gate = Gate.noWorseThan(run(540, 60, 0), "f1/macro", 0.0055);

        assertThat(decide(gate, run(540, 60, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.noWorseThan(run(540, 60, 0), "f1/macro", 0.0075), run(540, 60, 0)))
                .isEqualTo(Decision.PASS);
    }

    /** The exact bounds are 1 - 0.025^(1/n) from the end; R's binom.test gives 0.9637833 for 100 of 100. */
    @Test
    void neverTakesAnIntervalForAPointAtNoneAndAllRight() {
        for (var gate : List.of(Gate.atLeast("accuracy", 0.9637), Gate.atMost("share/failed", 0.0363))) {
            assertThat(decide(gate, run(100, 0, 0))).as(gate.toString()).isEqualTo(Decision.PASS);
        }
        assertThat(decide(Gate.atLeast("accuracy", 0.9638), run(100, 0, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atMost("accuracy", 0.0363), run(0, 100, 0))).isEqualTo(Decision.PASS);
        assertThat(decide(Gate.atMost("accuracy", 0.0362), run(0, 100, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atLeast("accuracy", 0.0362), run(0, 100, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atLeast("accuracy", 0.0363), run(0, 100, 0))).isEqualTo(Decision.FAIL);
    }

    @Test
    void neverTakesTwoRunsThatAgreeOnEverythingForProofThatNothingChanged() {
        for (var metric : List.of("accuracy", "f1/macro")) {
            assertThat(decide(Gate.noWorseThan(run(45, 5, 0), metric, 0.02), run(45, 5, 0)))
                    .as(metric)
                    .isEqualTo(Decision.INCONCLUSIVE);
            assertThat(decide(Gate.noWorseThan(run(450, 50, 0), metric, 0.02), run(450, 50, 0)))
                    .as(metric)
                    .isEqualTo(Decision.PASS);
            assertThat(decide(Gate.noWorseThan(run(50, 0, 0), metric, 0.02), run(50, 0, 0)))
                    .as(metric)
                    .isEqualTo(Decision.INCONCLUSIVE);
            assertThat(decide(Gate.betterThan(run(450, 50, 0), metric), run(450, 50, 0)))
                    .as(metric)
                    .isEqualTo(Decision.INCONCLUSIVE);
        }
    }

    @Test
    void takesNoPerfectScoreOfFewExamplesForProof() {
        assertThat(decide(Gate.atLeast("f1/macro", 0.95), run(8, 0, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Gate.atLeast("f1/macro", 0.95), run(800, 0, 0))).isEqualTo(Decision.PASS);
    }

    @Test
    void decidesNoWorseThanOnTheDifferencesOfPairs() {
        var baseline = run(900, 100, 0);

        assertThat(decide(Gate.noWorseThan(baseline, "accuracy", 0.02), run(900, 100, 0)))
                .isEqualTo(Decision.PASS);
        assertThat(decide(Gate.noWorseThan(baseline, "f1/macro", 0.02), run(900, 100, 0)))
                .isEqualTo(Decision.PASS);
        assertThat(decide(Gate.noWorseThan(baseline, "accuracy", 0.02), run(895, 105, 0)))
                .isEqualTo(Decision.PASS);
        assertThat(decide(Gate.noWorseThan(baseline, "accuracy", 0.02), run(850, 150, 0)))
                .isEqualTo(Decision.FAIL);
        // 17 broken: the interval of the change is about -0.027 to -0.011, worse but by how much is open
        assertThat(decide(Gate.noWorseThan(baseline, "accuracy", 0.03), run(883, 117, 0)))
                .isEqualTo(Decision.PASS);
        assertThat(decide(Gate.noWorseThan(baseline, "accuracy", 0.02), run(883, 117, 0)))
                .isEqualTo(Decision.FAIL);
        assertThat(decide(Gate.noWorseThan(run(45, 5, 0), "accuracy", 0.02), run(44, 6, 0)))
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void doesNotDecideWhatFailuresAloneCouldTurn() {
        var run = run(60, 20, 20);

        var verdict = Gate.atLeast("accuracy", 0.75).check(run);

        assertThat(decide(Gate.atLeast("accuracy", 0.75), run(60, 40, 0))).isEqualTo(Decision.FAIL);
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.findings().get(0).reason())
                .endsWith(
                        "; the failed observations alone could turn it from FAIL; answered, they could make it 0.6000 to 0.8000");
        assertThat(decide(Gate.atLeast("accuracy", 0.95), run)).isEqualTo(Decision.FAIL);
    }

    @Test
    void passesNoPrecisionThatHidFromFailures() {
        // those that failed may all have been wrong answers of the class
        assertThat(decide(Gate.atLeast("precision/a", 0.8), run(100, 0, 0))).isEqualTo(Decision.PASS);
        assertThat(decide(Gate.atLeast("precision/a", 0.8), run(60, 0, 40))).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void refusesToDecideOnScoresThatAreMissing() {
        var run = run(50, 40, 10);

        var verdict = Gate.atMost("distance", 0.8).check(run);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.findings().get(0).reason()).endsWith("; 10 of 100 observations have no score");
    }

    @Test
    void failsWhenOneConditionFailsAndPassesWhenAllPass() {
        var run = run(90, 10, 0);
        var pass = Gate.atLeast("accuracy", 0.8);
        var open = Gate.atLeast("accuracy", 0.9);
        var fail = Gate.atLeast("accuracy", 0.99);

        assertThat(decide(pass.and(pass), run)).isEqualTo(Decision.PASS);
        assertThat(decide(pass.and(open), run)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(open.and(fail), run)).isEqualTo(Decision.FAIL);
        assertThat(pass.and(fail).check(run)).hasToString("""
                        FAIL accuracy at least 0.8 and accuracy at least 0.99
                          PASS accuracy at least 0.8: 0.9000 [0.8238, 0.9510] (95 %, clopper-pearson), n 100
                          FAIL accuracy at least 0.99: 0.9000 [0.8122, 0.9562] (97.5 %, clopper-pearson), n 100""");
    }

    @Test
    void throwsOnAMisspeltMetricAndListsTheNames() {
        assertThatThrownBy(() -> Gate.atLeast("f1-macro", 0.8).check(run(5, 5, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no metric 'f1-macro', did you mean 'f1/macro'?; there are [accuracy, ");
    }

    @Test
    void refusesThresholdsThatAreNoNumbers() {
        assertThatThrownBy(() -> Gate.atLeast("accuracy", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a finite threshold for 'accuracy', found NaN");
        assertThatThrownBy(() -> Gate.noWorseThan(run(5, 5, 0), "accuracy", -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a margin of 0 or more for 'accuracy', found -0.1");
    }
}
