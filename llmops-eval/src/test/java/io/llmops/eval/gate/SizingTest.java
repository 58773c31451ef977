package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorer;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import io.llmops.eval.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** An inconclusive finding says how many examples more would decide it, four times in five; do they? */
class SizingTest {

    private static final Scorer<Object, Object> GRADE =
            Scorers.of("grade", (answer, reference) -> Double.parseDouble(answer.toString()));

    private static EvaluationRun<String, String, String> exact(int right, int n) {
        var answers = new boolean[n];
        Arrays.fill(answers, 0, right, true);
        return Simulated.run("run", answers, Scorers.exactMatch());
    }

    private static Finding only(Gate gate, EvaluationRun<?, ?, ?> run) {
        return gate.check(run).findings().get(0);
    }

    private static long more(Gate gate, EvaluationRun<?, ?, ?> run) {
        var finding = only(gate, run);
        assertThat(finding.decision()).isEqualTo(Decision.INCONCLUSIVE);
        var more = finding.moreExamples().orElseThrow();
        assertThat(finding.reason()).endsWith("; about " + more + " more examples would decide it");
        return more;
    }

    /** Returns how often a gate decides on runs of a size. */
    private static double decided(Function<RandomStream, Decision> evaluation, int evaluations) {
        var root = RandomStream.of(5);
        var count = 0;
        for (var i = 0; i < evaluations; i++) {
            count += evaluation.apply(root.split(i)) != Decision.INCONCLUSIVE ? 1 : 0;
        }
        return (double) count / evaluations;
    }

    @Test
    void decidesARateFourTimesInFive() {
        var gate = Gate.atLeast("exact_match", 0.85);
        var n = 100 + (int) more(gate, exact(90, 100));

        var share = decided(
                random -> gate.check(Simulated.run("more", Simulated.right(random, n, 0.9), Scorers.exactMatch()))
                        .decision(),
                400);

        assertThat(share).isBetween(0.74, 0.88);
    }

    @Test
    void decidesThatARateIsTooLowFourTimesInFive() {
        var gate = Gate.atLeast("exact_match", 0.85);
        var n = 100 + (int) more(gate, exact(80, 100));

        var share = decided(
                random -> gate.check(Simulated.run("more", Simulated.right(random, n, 0.8), Scorers.exactMatch()))
                        .decision(),
                400);

        assertThat(share).isBetween(0.74, 0.88);
    }

    @Test
    void decidesADifferenceFourTimesInFive() {
        IntFunction<boolean[]> before = n -> {
            var right = new boolean[n];
            Arrays.fill(right, 0, n * 9 / 10, true);
            return right;
        };
        var after = before.apply(100).clone();
        for (var i : new int[] {0, 1, 2}) {
            after[i] = false;
            after[97 + i] = true;
        }
        var metric = Scorers.exactMatch();
        var small = Simulated.run("before", before.apply(100), metric);
        var n = 100 + (int) more(Gate.noWorseThan(small, "exact_match", 0.03), Simulated.run("after", after, metric));

        var share = decided(
                random -> {
                    var right = Simulated.right(random, n, 0.9);
                    var changed = Simulated.changed(random, right, 0.9, 0.03, 0.03);
                    return Gate.noWorseThan(Simulated.run("before", right, metric), "exact_match", 0.03)
                            .check(Simulated.run("after", changed, metric))
                            .decision();
                },
                400);

        assertThat(share).isBetween(0.74, 0.88);
    }

    @Test
    void decidesAMeanOfGradesFourTimesInFive() {
        var gate = Gate.atLeast("grade", 0.67);
        IntFunction<Function<RandomStream, EvaluationRun<String, String, String>>> graded = n -> random -> {
            var observations = new ArrayList<Observation<String, String, String>>();
            for (var i = 0; i < n; i++) {
                observations.add(Observed.of("e" + i, "", String.valueOf(0.4 + 0.6 * random.nextDouble())));
            }
            return RunsOf.observations("graded", observations, GRADE);
        };
        var evenly = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 50; i++) {
            evenly.add(Observed.of("e" + i, "", String.valueOf(0.4 + 0.6 * (i + 0.5) / 50)));
        }
        var n = 50 + (int) more(gate, RunsOf.observations("graded", evenly, GRADE));

        var share = decided(random -> gate.check(graded.apply(n).apply(random)).decision(), 300);

        assertThat(share).isBetween(0.73, 0.89);
    }

    @Test
    void saysThatNoNumberDecidesWhatLiesOnTheThreshold() {
        var finding = only(Gate.atLeast("exact_match", 0.9), exact(90, 100));

        assertThat(finding.moreExamples()).isEmpty();
        assertThat(finding.reason()).endsWith("; no number of examples is likely to decide it");
    }

    /** 1 - 0.025^(1/n) of n right is at least 0.95 from n = 72 on. */
    @Test
    void knowsHowManyPerfectAnswersAreEnough() {
        assertThat(more(Gate.atLeast("exact_match", 0.95), exact(30, 30))).isBetween(42L, 44L);
    }

    @Test
    void countsExamplesAndNotTheRowsOfAClass() {
        var answers = new boolean[100];
        Arrays.fill(answers, true);
        var run = Simulated.run("run", answers, Classification.report()); // 10 of the 100 are of class c

        assertThat(more(Gate.atLeast("recall/c", 0.8), run))
                .as("17 rows of the class are enough")
                .isBetween(60L, 80L);
    }

    @Test
    void asksForNoExamplesWhereOthersAreMissing() {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 100; i++) {
            observations.add(Observed.of("e" + i, "a", i < 60 ? "a" : i < 80 ? "b" : "!"));
        }
        var run = RunsOf.observations("run", observations, Scorers.exactMatch());

        assertThat(only(Gate.atLeast("exact_match", 0.75), run).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.atLeast("exact_match", 0.75), run).moreExamples()).isEmpty();
    }
}
