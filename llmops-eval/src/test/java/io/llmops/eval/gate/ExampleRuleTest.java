package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Score;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExampleRuleTest {

    /** A run of examples whose tries are right (+), wrong (-) or failed (!). */
    private static EvaluationRun<String, String, String> run(String... examples) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < examples.length; i++) {
            for (var repeat = 0; repeat < examples[i].length(); repeat++) {
                Outcome<String> outcome = switch (examples[i].charAt(repeat)) {
                    case '+' -> Outcome.answered("yes");
                    case '-' -> Outcome.answered("no");
                    default -> Outcome.failed("ask", "timeout");
                };
                observations.add(new Observation<>(
                        Example.of("e" + i, "input", "yes"),
                        repeat,
                        new Trace<>(outcome, List.of(), Usage.NONE),
                        new TreeMap<>(Map.of("judge", Score.of(examples[i].charAt(repeat) == '+' ? 0.9 : 0.4)))));
            }
        }
        return RunsOf.observations("run", observations, Scorers.exactMatch());
    }

    private static Finding every(ExampleRule rule, String... examples) {
        return Gate.everyExample(rule).check(run(examples)).findings().get(0);
    }

    @Test
    void wantsSoManyOfSoManyTriesRight() {
        var rule = ExampleRule.right(2, 3);

        assertThat(every(rule, "+++", "+-+", "-++").decision()).isEqualTo(Decision.PASS);
        assertThat(every(rule, "+++", "--+").decision()).isEqualTo(Decision.FAIL);
        assertThat(every(rule, "+++", "+-!").decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(every(rule, "+++", "--!").decision()).isEqualTo(Decision.FAIL);
    }

    /** Right 95 times in 100, an example is right in 2 of 3 tries with a chance of 0.99275; 2 of them with 0.98555. */
    @Test
    void namesTheExamplesAndHowOftenAGoodSystemWouldBeTurnedAway() {
        assertThat(every(ExampleRule.right(2, 3), "+++", "--+"))
                .hasToString("FAIL every example right in 2 of 3 tries: 1 of 2 examples; not e1;"
                        + " a system right 95 times in 100 on each would be turned away in 1.44 % of runs");
    }

    @Test
    void wantsOneTryOfADeterministicSystem() {
        assertThat(every(ExampleRule.deterministic(), "+", "+").decision()).isEqualTo(Decision.PASS);
        assertThat(every(ExampleRule.deterministic(), "+", "-").decision()).isEqualTo(Decision.FAIL);
        assertThat(every(ExampleRule.deterministic(), "+", "!").decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(every(ExampleRule.deterministic(), "++", "++").decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void refusesRunsThatWereNotMadeForTheRule() {
        assertThatThrownBy(() -> every(ExampleRule.right(2, 3), "+", "+"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 3 tries of each example, found 1 of 'e0'; set Evaluation.repeats(3), or use"
                        + " ExampleRule.deterministic() if the system answers the same each time");
        assertThatThrownBy(() -> every(ExampleRule.deterministic(), "++", "+-"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a deterministic system, found that example 'e1' was answered in different ways;"
                        + " use ExampleRule.right(k, n)");
        assertThatThrownBy(() -> ExampleRule.right(1, 1))
                .hasMessage(
                        "expected 1 to n right of n tries, n at least 2, found 1 of 1; for a system that answers the"
                                + " same each time there is deterministic()");
        assertThatThrownBy(() -> every(ExampleRule.deterministic().byScore("jugde", 0.5), "+"))
                .hasMessage("no score 'jugde' on example 'e0'; there are [judge]");
    }

    @Test
    void takesAScoreForRight() {
        assertThat(every(ExampleRule.right(1, 2).byScore("judge", 0.8), "+-", "-+")
                        .decision())
                .isEqualTo(Decision.PASS);
        assertThat(every(ExampleRule.right(2, 2).byScore("judge", 0.3), "+-", "--")
                        .decision())
                .isEqualTo(Decision.PASS);
        assertThat(every(ExampleRule.right(2, 2).byScore("judge", 0.5), "+-", "++")
                        .decision())
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void looksOnlyAtWhatKeptTheRuleBefore() {
        var rule = ExampleRule.deterministic();
        var gate = Gate.noneBroken(run("+", "-", "+"), rule);

        assertThat(gate.check(run("+", "-", "+")).decision()).isEqualTo(Decision.PASS);
        assertThat(gate.check(run("+", "+", "-")).findings().get(0))
                .hasToString("FAIL every example that was right in 'run' still is: 1 of 2 examples; not e2");
        assertThat(Gate.noneBroken(run("-"), rule)
                        .check(run("+"))
                        .findings()
                        .get(0)
                        .reason())
                .isEqualTo("undefined: no example to look at");
    }

    /** By hand: of 4 tries 4, 3 and 2 right, two drawn are both right with 1, 3/6 and 1/6: 5/9 on average. */
    @Test
    void measuresHowLikelySeveralTriesAreAllRight() {
        var finding = Gate.reliable(2, 0.1)
                .check(run("++++", "+++-", "++--"))
                .findings()
                .get(0);

        assertThat(finding.value().estimate().orElseThrow().value()).isEqualTo(5 / 9.0);
        assertThat(finding.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(finding.metric()).isEqualTo("pass^2");
        assertThatThrownBy(() -> Gate.reliable(5, 0.5).check(run("++++")))
                .hasMessage("expected 5 tries or more of each example, found 4 of 'e0'; set Evaluation.repeats(5)");
    }

    @Test
    void decidesReliabilityByExamplesAndNotByTries() {
        var all = new String[100];
        java.util.Arrays.fill(all, "+++++");

        // 100 of 100 by Clopper and Pearson: at least 0.9638
        assertThat(Gate.reliable(5, 0.9637).check(run(all)).decision()).isEqualTo(Decision.PASS);
        assertThat(Gate.reliable(5, 0.9639).check(run(all)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        java.util.Arrays.fill(all, 0, 50, "+++++");
        java.util.Arrays.fill(all, 50, 100, "++++-");
        assertThat(Gate.reliable(5, 0.7).check(run(all)).decision()).isEqualTo(Decision.FAIL);
        java.util.Arrays.fill(all, 50, 100, "++++!");
        assertThat(Gate.reliable(5, 0.7).check(run(all)).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }
}
