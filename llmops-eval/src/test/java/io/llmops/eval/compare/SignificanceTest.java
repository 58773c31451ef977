package io.llmops.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    private static final Scorer<Object, Object> LETTERS = Scorers.of(
            "letters", (answer, reference) -> Math.min(1, answer.toString().length() / 10.0));

    private static EvaluationRun<String, String, String> run(
            String name, List<Observation<String, String, String>> observations, Metric<Object, Object> metric) {
        return RunsOf.observations(name, observations, metric);
    }

    private static Comparison<String, String> labels(String before, String after) {
        return Comparison.of(
                run("old", answers(before), Classification.report()),
                run("new", answers(after), Classification.report()));
    }

    /** R is the right label, anything else the other one. */
    private static List<Observation<String, String, String>> answers(String answers) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < answers.length(); i++) {
            var right = answers.charAt(i) == 'R';
            observations.add(Observed.of("e" + i, i % 2 == 0 ? "a" : "b", (i % 2 == 0) == right ? "a" : "b"));
        }
        return observations;
    }

    private static Significance only(Comparison<?, ?> comparison, String metric) {
        return comparison.significance(List.of(metric), Uncertainty.STANDARD).get(0);
    }

    @Test
    void testsAccuracyByMcNemarAndSizesItByCohensH() {
        // 5 fixed, 1 broken: mid-p = 2 P(X ≤ 1) − P(X = 1) = (2 · 7 − 6) / 64; rates 5/10 and 9/10
        var accuracy = only(labels("RRRRRWWWWW", "RRRRWRRRRR"), "accuracy");

        assertThat(accuracy.test().orElseThrow().method()).isEqualTo("mcnemar mid-p");
        assertThat(accuracy.test().orElseThrow().pValue()).isCloseTo(8 / 64.0, within(1e-12));
        var h = 2 * Math.asin(Math.sqrt(0.9)) - 2 * Math.asin(Math.sqrt(0.5));
        assertThat(accuracy.effect().orElseThrow()).satisfies(effect -> {
            assertThat(effect.method()).isEqualTo("Cohen's h");
            assertThat(effect.value()).isCloseTo(h, within(1e-12));
            assertThat(effect.word()).isEqualTo("large");
        });
    }

    @Test
    void testsOtherMeansByPermutationAndSizesThemByCohensD() {
        // differences 0.1, 0.2, 0.3, 0.4: of 16 ways to swap 2 are as extreme; d = 0.25 / √(0.05 / 3)
        var old = List.of(length("e0", 1), length("e1", 1), length("e2", 1), length("e3", 1));
        var better = List.of(length("e0", 2), length("e1", 3), length("e2", 4), length("e3", 5));
        var letters = only(Comparison.of(run("old", old, LETTERS), run("new", better, LETTERS)), "letters");

        assertThat(letters.test().orElseThrow().pValue()).isCloseTo(2 / 16.0, within(1e-12));
        assertThat(letters.effect().orElseThrow().method()).isEqualTo("Cohen's d");
        assertThat(letters.effect().orElseThrow().value()).isCloseTo(0.25 / Math.sqrt(0.05 / 3), within(1e-9));
    }

    private static Observation<String, String, String> length(String id, int letters) {
        return Observed.of(id, "a", "x".repeat(letters));
    }

    @Test
    void testsMacroAveragesByApproximateRandomisation() {
        var clear = only(labels("RW".repeat(30), "RRRRRW".repeat(10)), "f1/macro");
        var nothing = only(labels("RWRRWR".repeat(10), "WRRRWR".repeat(10)), "f1/macro");

        assertThat(clear.test().orElseThrow().method()).isEqualTo("approximate randomisation");
        assertThat(clear.test().orElseThrow().pValue()).isLessThan(0.002);
        assertThat(nothing.test().orElseThrow().pValue()).isGreaterThan(0.2);
        assertThat(clear.effect()).isEmpty();
        assertThat(only(labels("RW".repeat(30), "RRRRRW".repeat(10)), "f1/macro"))
                .isEqualTo(clear);
    }

    @Test
    void keepsTheLevelOfApproximateRandomisation() {
        var random = new Random(11);
        var rejected = 0;
        var uncertainty = Uncertainty.STANDARD.withResamples(200);
        for (var i = 0; i < 400; i++) {
            var before = new StringBuilder();
            var after = new StringBuilder();
            for (var n = 0; n < 60; n++) {
                var easy = random.nextDouble();
                before.append(random.nextDouble() < easy ? 'R' : 'W');
                after.append(random.nextDouble() < easy ? 'R' : 'W');
            }
            var p = labels(before.toString(), after.toString())
                    .significance(List.of("f1/macro"), uncertainty)
                    .get(0)
                    .test();
            rejected += p.orElseThrow().pValue() <= 0.05 ? 1 : 0;
        }
        // 20 are expected; 35 or more have a probability of 0.001
        assertThat(rejected).isBetween(7, 35);
    }

    @Test
    void saysThatRunsThatAgreeDoNotDiffer() {
        var comparison = labels("RRWW", "RRWW");

        for (var metric : List.of("accuracy", "f1/macro")) {
            assertThat(only(comparison, metric).test().orElseThrow().pValue()).isEqualTo(1);
        }
    }

    @Test
    void sortsExamplesByWhatTheyLost() {
        var old = List.of(length("e0", 5), length("e1", 5), length("e2", 5), length("e3", 5), length("e4", 5));
        var changed = List.of(length("e0", 4), length("e1", 9), length("e2", 1), length("e3", 5), length("e4", 4));

        assertThat(Comparison.of(run("old", old, LETTERS), run("new", changed, LETTERS))
                        .moved("letters"))
                .extracting(change -> change.pair().other().id(), ExampleChange::before, ExampleChange::after)
                .containsExactly(
                        tuple("e2", 0.5, 0.1), tuple("e0", 0.5, 0.4), tuple("e4", 0.5, 0.4), tuple("e1", 0.5, 0.9));
    }

    @Test
    void turnsGainsAroundWhereLowerIsBetter() {
        var cost = new Scorer<Object, Object>() {
            @Override
            public String name() {
                return "cost";
            }

            @Override
            public Score score(Object answer, Object reference) {
                return Score.of(answer.toString().length());
            }

            @Override
            public Range range() {
                return Range.NOT_NEGATIVE;
            }

            @Override
            public Direction direction() {
                return Direction.LOWER_IS_BETTER;
            }
        };
        var old = List.of(length("e0", 5), length("e1", 5));
        var changed = List.of(length("e0", 4), length("e1", 8));

        assertThat(Comparison.of(run("old", old, cost), run("new", changed, cost))
                        .moved("cost"))
                .extracting(ExampleChange::gain)
                .containsExactly(-3.0, 1.0);
    }

    @Test
    void findsTheSliceThatMovedAndAdjustsForLookingAtAll() {
        var comparison = Comparison.of(
                run("old", tagged(true), Classification.report()), run("new", tagged(false), Classification.report()));
        var slices = comparison.slices("accuracy");

        // of mail 12 of 20 broke: 2 · ½¹² − ½¹²; the other channels did not change at all
        assertThat(slices).hasSize(3);
        assertThat(slices.get(0).value()).isEqualTo("mail");
        assertThat(slices.get(0).test().pValue()).isCloseTo(Math.pow(0.5, 12), within(1e-15));
        assertThat(slices.get(0).adjustedP()).isCloseTo(3 * Math.pow(0.5, 12), within(1e-15));
        assertThat(slices.get(0).difference().change().estimate().orElseThrow().value())
                .isCloseTo(-0.6, within(1e-12));
        assertThat(slices.get(0).difference().change().estimate().orElseThrow().n())
                .isEqualTo(20);
        assertThat(slices.get(1).adjustedP()).isEqualTo(1);
    }

    private static List<Observation<String, String, String>> tagged(boolean before) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 60; i++) {
            var channel = List.of("chat", "mail", "phone").get(i / 20);
            var right = before || !channel.equals("mail") || i % 20 >= 12;
            observations.add(Observation.of(
                    Example.of("e" + i, "input", "a").withTags(Map.of("channel", channel, "row", "" + i)),
                    Outcome.answered(right ? "a" : "b")));
        }
        return observations;
    }
}
