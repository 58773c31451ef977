package io.llmops.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Runs;
import io.llmops.eval.run.RunsOf;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    /** Answers right or wrong as told: R right, W wrong, ? abstained, ! failed; the references are of three classes. */
    private static EvaluationRun<String, String, String> run(String name, String answers) {
        var labels = List.of("a", "b", "c");
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < answers.length(); i++) {
            var reference = labels.get(i % 3);
            var answer = switch (answers.charAt(i)) {
                case 'R' -> reference;
                case 'W' -> labels.get((i + 1) % 3);
                default -> String.valueOf(answers.charAt(i));
            };
            observations.add(Observed.of("e" + i, reference, answer));
        }
        return RunsOf.observations(name, observations, Classification.report(), Scorers.exactMatch());
    }

    private static String answers(int right, int wrong) {
        return "R".repeat(right) + "W".repeat(wrong);
    }

    @Test
    void countsFixedAndBrokenExamples() {
        var comparison = Comparison.of(run("old", "RRRRWWWW??"), run("new", "RRRWRRRW?R"));

        assertThat(comparison.correctness())
                .extracting(Correctness::both, Correctness::broken, Correctness::fixed, Correctness::neither)
                .containsExactly(3L, 1L, 4L, 2L);
        assertThat(comparison.fixed()).extracting(pair -> pair.other().id()).containsExactly("e4", "e5", "e6", "e9");
        assertThat(comparison.broken()).extracting(pair -> pair.other().id()).containsExactly("e3");
        assertThat(comparison.correctness().value()).isEqualTo(0.3);
        // mid-p of 1 and 4: 2 (1 + 5) / 32 - 5 / 32 = 7 / 32
        assertThat(comparison.correctness().evidence().test().pValue()).isCloseTo(7 / 32.0, within(1e-12));
    }

    @Test
    void takesTangosIntervalForAccuracyAndMatches() {
        var comparison = Comparison.of(run("old", answers(40, 20)), run("new", answers(44, 16)));
        var tango = Proportions.tango(new PairedCounts(40, 4, 0, 16), 0.95);

        for (var metric : List.of("accuracy", "exact_match")) {
            assertThat(change(comparison, metric).interval()).contains(tango);
            assertThat(change(comparison, metric).value()).isCloseTo(4 / 60.0, within(1e-12));
        }
    }

    @Test
    void resamplesPairsForOtherMetrics() {
        var comparison = Comparison.of(run("old", answers(60, 60)), run("new", answers(80, 40)));
        var macro = change(comparison, "f1/macro");

        assertThat(macro.interval().orElseThrow().method()).isEqualTo("bootstrap bca of pairs");
        assertThat(macro.interval().orElseThrow().lower()).isBetween(0.08, 0.13);
        assertThat(macro.interval().orElseThrow().upper()).isBetween(0.20, 0.26);
        assertThat(change(comparison, "f1/macro").interval()).isEqualTo(macro.interval());
    }

    @Test
    void givesRunsThatAgreeAnIntervalThatNarrowsAndNeverVanishes() {
        var few = Comparison.of(run("old", answers(20, 10)), run("new", answers(20, 10)));
        var many = Comparison.of(run("old", answers(800, 400)), run("new", answers(800, 400)));

        for (var comparison : List.of(few, many)) {
            for (var metric : List.of("f1/macro", "accuracy", "cohen_kappa")) {
                assertThat(change(comparison, metric).value()).isZero();
                var interval = change(comparison, metric).interval().orElseThrow();
                assertThat(interval.lower()).isNegative();
                assertThat(interval.upper()).isPositive();
            }
        }
        assertThat(change(many, "f1/macro").interval().orElseThrow().width())
                .isLessThan(change(few, "f1/macro").interval().orElseThrow().width() / 20);
    }

    @Test
    void knowsHowFarFailuresReach() {
        var comparison = Comparison.of(run("old", answers(30, 30)), run("new", answers(30, 24) + "!!!!!!"));

        assertThat(change(comparison, "accuracy").reach().lowest()).isZero();
        assertThat(change(comparison, "accuracy").reach().highest()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void refusesRunsOverDifferentExamplesAndNamesThem() {
        assertThatThrownBy(() -> Comparison.of(run("old", "RRR"), run("new", "RRRR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected the same examples in both runs, found none only in 'old' and 1 [e3] only in 'new'");
    }

    @Test
    void warnsWhenTheDatasetsDifferInContent() {
        var changed = RunsOf.observations(
                "new", List.of(Observed.of("e0", "b", "b")), Classification.report(), Scorers.exactMatch());

        assertThat(Comparison.of(run("old", "R"), changed).warnings())
                .containsExactly(
                        "the runs have the same example ids, but their datasets differ in content",
                        "1 example has another reference than in the baseline: e0");
        assertThat(Comparison.of(run("old", "R"), run("new", "W")).warnings()).isEmpty();
    }

    @Test
    void saysUndefinedWhereOneSideIs() {
        var comparison = Comparison.of(run("old", "???"), run("new", "RRR"));

        assertThat(comparison.difference("precision/a").change())
                .isEqualTo(new MetricValue.Undefined("baseline: never predicted"));
    }

    @Test
    void comparesWithABaselineFromAFile(@TempDir Path directory) {
        var old = run("old", answers(60, 60));
        Runs.write(old, directory.resolve("old.json"));
        var stored = Runs.read(directory.resolve("old.json"));

        assertThat(change(Comparison.of(stored, run("new", answers(80, 40))), "f1/macro"))
                .isEqualTo(change(Comparison.of(old, run("new", answers(80, 40))), "f1/macro"));
        assertThatThrownBy(() -> Comparison.of(stored, stored).difference("f1/macro"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "both runs were read from files and have values only; compute 'f1/macro' anew with withMetrics");
    }

    @Test
    void pairsScoresOfAnyNumber() {
        Scorer<Object, Object> length =
                Scorers.of("length", (answer, reference) -> answer.toString().length() / 10.0);
        var random = new Random(5);
        var old = new ArrayList<Observation<String, String, String>>();
        var better = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 200; i++) {
            var letters = 1 + random.nextInt(6);
            old.add(Observed.of("e" + i, "a", "x".repeat(letters)));
            better.add(Observed.of("e" + i, "a", "x".repeat(letters + random.nextInt(3))));
        }
        List<Metric<Object, Object>> metrics = List.of(length);
        var comparison = Comparison.of(
                RunsOf.observations("old", old, metrics.get(0)), RunsOf.observations("new", better, metrics.get(0)));
        var change = change(comparison, "length");

        // the change of a row is 0, 0.1 or 0.2: mean 0.1, standard error 0.082 / √200
        assertThat(change.value()).isCloseTo(0.1, within(0.015));
        assertThat(change.interval().orElseThrow().width())
                .isCloseTo(2 * 1.96 * 0.0816 / Math.sqrt(200), within(0.003));
    }

    private static Estimate change(Comparison<?, ?> comparison, String metric) {
        return comparison.difference(metric).change().estimate().orElseThrow();
    }
}
