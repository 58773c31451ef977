package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static EvaluationRun<String, String, String> run(String name, int right, String... others) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < right; i++) {
            observations.add(Observed.of("e" + i, i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "a" : "b"));
        }
        for (var other : others) {
            observations.add(Observed.of("x" + observations.size(), "a", other));
        }
        return RunsOf.observations(name, observations, Classification.report());
    }

    @Test
    void setsTwoRunsSideBySide() {
        var text = Reports.text(Comparison.of(run("old", 40, "b", "b", "b", "a"), run("new", 40, "a", "a", "?", "b")));

        assertThat(text).startsWith("new against old\n───────────────\nchanged: stage old was removed\n");
        assertThat(text).contains("right in both 40 · fixed 2 · broken 1 · wrong in both 1 · p 0.6250 (mcnemar mid-p)");
        assertThat(text)
                .contains(
                        "  broken x43: input x43\n    a → b, reference a\n  fixed x40: input x40\n    b → a, reference a\n");
        // 2 fixed and 1 broken of 44: rates 41/44 and 42/44, Cohen's h 0.099
        assertThat(text.lines().filter(line -> line.startsWith("accuracy")))
                .singleElement()
                .asString()
                .endsWith("0.6250  h +0.099");
        assertThat(text.lines().filter(line -> line.startsWith("f1/macro")))
                .singleElement()
                .asString()
                .contains("+0.0");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Shown.width(line)).isLessThanOrEqualTo(100));
        assertThat(text).doesNotContain("recall/a");
    }

    @Test
    void keepsAVerdictWithinThePage() {
        var old = run("old", 2, "a");
        var verdict = Gate.noWorseThan(old, "f1/macro", 0.02).check(run("new", 2, "a"));

        var text = Reports.text(verdict);
        assertThat(Report.of(old).decidedBy(verdict)).hasToString("report of old, " + verdict.decision());
        assertThat(Comparison.of(old, old)).hasToString("old against old: 3 pairs");
        assertThat(text).contains("smoothed");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Shown.width(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void tellsAFailingTestWhatWentWrong() {
        var run = run("new", 5, "!", "?", "b", "b\u001B[31m");
        var verdict = Gate.atLeast("accuracy", 0.9).check(run);

        assertThat(Reports.text(verdict, run, 3)).isEqualTo("""
                        new on made up
                        INCONCLUSIVE
                          INCONCLUSIVE  accuracy at least 0.9
                                        0.5556 [0.2120, 0.8630] (95 %, clopper-pearson), n 9
                                        the failed observations alone could turn it from FAIL
                                        answered, they could make it 0.5556 to 0.6667

                        not right: 4 of 9, the first 3:
                          x7
                            input      input x7
                            reference  a
                            answer     b
                          x8
                            input      input x8
                            reference  a
                            answer     b\\u{1B}[31m
                          x6
                            input      input x6
                            reference  a
                            abstained  not sure
                        """);
    }
}
