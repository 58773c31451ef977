package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.LabelScores;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.Runs;
import io.llmops.eval.run.RunsOf;
import io.llmops.eval.run.Timing;
import io.llmops.eval.stats.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gates decide on: intervals of other metrics than rates, of other levels, and of runs that nobody can recompute. */
class EvidenceTest {

    private static Finding only(Gate gate, EvaluationRun<?, ?, ?> run) {
        return gate.check(run).findings().get(0);
    }

    private static EvaluationRun<String, String, String> grades(double... grades) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < grades.length; i++) {
            observations.add(Observed.of("e" + i, "", String.valueOf(grades[i])));
        }
        return RunsOf.observations(
                "graded",
                observations,
                Scorers.of("grade", (answer, reference) -> Double.parseDouble(answer.toString())));
    }

    /** Student's interval of 49 times 1 and once 0.9 is 0.994 to 1: it has never seen a 0, of which there may be 5 %. */
    @Test
    void doesNotTakeGradesThatAreNearlyAllTheBestForProof() {
        var grades = new double[50];
        java.util.Arrays.fill(grades, 1);
        grades[7] = 0.9;

        assertThat(only(Gate.atLeast("grade", 0.97), grades(grades)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.atLeast("grade", 0.90), grades(grades)).decision()).isEqualTo(Decision.PASS);
        java.util.Arrays.fill(grades, 1);
        assertThat(only(Gate.atLeast("grade", 0.94), grades(grades)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        java.util.Arrays.fill(grades, 0);
        assertThat(only(Gate.atLeast("grade", 0.06), grades(grades)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.atLeast("grade", 0.08), grades(grades)).decision()).isEqualTo(Decision.FAIL);
    }

    /** Two conditions are tested at 97.5 % first; a file has values of 95 % alone. */
    @Test
    void isStricterWithARunOfWhichNobodyCanComputeOtherLevels(@TempDir Path folder) {
        var random = RandomStream.of(2);
        var run = Simulated.run("run", Simulated.right(random, 300, 0.85), Classification.report());
        Runs.write(run, folder.resolve("run.json"));
        var stored = Runs.read(folder.resolve("run.json"));
        var f1 = run.metric("f1/macro").estimate().orElseThrow().interval().orElseThrow();
        var gate = Gate.atLeast("f1/macro", f1.upper() + 1e-6).and(Gate.atLeast("accuracy", 0.5));

        assertThat(only(Gate.atLeast("f1/macro", f1.upper() + 1e-6), stored).decision())
                .isEqualTo(Decision.FAIL);
        var known = only(gate, run).value().estimate().orElseThrow().interval().orElseThrow();
        var widened =
                only(gate, stored).value().estimate().orElseThrow().interval().orElseThrow();

        assertThat(only(gate, run).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(gate, stored).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(known.level()).isEqualTo(0.975);
        assertThat(widened.level()).isEqualTo(0.975);
        assertThat(widened.method()).endsWith(", widened");
        assertThat(widened.upper()).isGreaterThanOrEqualTo(known.upper() - 0.005);
        assertThat(known.upper()).isGreaterThan(f1.upper());
    }

    /** Said 0.9 and right nine times in ten, the calibration error is small; said 0.9 and right half the time it is 0.4. */
    @Test
    void decidesCalibration() {
        var gate = Gate.atMost("ece", 0.1).and(Gate.atMost("brier", 0.3));

        assertThat(gate.check(confident(0.9)).decision()).isEqualTo(Decision.PASS);
        assertThat(gate.check(confident(0.5)).decision()).isEqualTo(Decision.FAIL);
    }

    private static EvaluationRun<String, LabelScores, String> confident(double right) {
        var random = RandomStream.of(6);
        var observations = new ArrayList<Observation<String, LabelScores, String>>();
        for (var i = 0; i < 600; i++) {
            var reference = i % 2 == 0 ? "a" : "b";
            var other = i % 2 == 0 ? "b" : "a";
            var top = random.nextDouble() < right ? reference : other;
            observations.add(Observation.of(
                    Example.of("e" + i, "input", reference),
                    Outcome.answered(LabelScores.of(Map.of(top, 0.9, top.equals("a") ? "b" : "a", 0.1)))));
        }
        var like = Simulated.run("run", new boolean[] {true}, Scorers.exactMatch());
        List<Metric<? super LabelScores, ? super String>> metrics = List.of(Classification.scores());
        return EvaluationRun.of(
                new Provenance(
                        "confident",
                        like.provenance().dataset(),
                        like.provenance().pipeline(),
                        like.provenance().uncertainty(),
                        like.provenance().environment()),
                new Timing(like.timing().started(), like.timing().took(), 1, List.of()),
                observations,
                metrics);
    }
}
