package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gates of several conditions. */
class JoinedGatesTest {

    /** A run of so many right and wrong. */
    private static EvaluationRun<String, String, String> run(int right, int wrong) {
        var answers = new boolean[right + wrong];
        Arrays.fill(answers, 0, right, true);
        return Simulated.run("run", answers, Scorers.exactMatch());
    }

    private static Gate atLeast(double threshold) {
        return Gate.atLeast("exact_match", threshold);
    }

    private static List<Decision> decisions(Gate gate, EvaluationRun<?, ?, ?> run) {
        return gate.check(run).findings().stream().map(Finding::decision).toList();
    }

    @Test
    void oneOfTwoIsEnoughForOr() {
        var run = run(90, 10);
        var pass = atLeast(0.8);
        var open = atLeast(0.9);
        var fail = atLeast(0.99);

        assertThat(pass.or(fail).check(run).decision()).isEqualTo(Decision.PASS);
        assertThat(fail.or(open).check(run).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(fail.or(fail).check(run).decision()).isEqualTo(Decision.FAIL);
        assertThat(fail.or(pass).and(pass).check(run).decision()).isEqualTo(Decision.PASS);
        assertThat(fail.or(pass).and(fail).check(run).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void isSaidInWordsAndByName() {
        var gate =
                atLeast(0.9).and(atLeast(0.8).or(atLeast(0.7))).and(atLeast(0.6).named("floor"));

        assertThat(gate)
                .hasToString(
                        "exact_match at least 0.9 and (exact_match at least 0.8 or exact_match at least 0.7) and floor");
        assertThat(gate.check(run(99, 1)).findings().get(3).condition()).isEqualTo("floor: exact_match at least 0.6");
        assertThat(gate.named("release").check(run(99, 1)).gate()).isEqualTo("release");
    }

    /** 90 or fewer of 100 have a chance of 0.0128 at a rate of 0.956, and of 0.0068 at 0.96. */
    @Test
    void testsFailuresByHolmsSteps() {
        var run = run(90, 10);
        var sure = atLeast(0.999);

        assertThat(decisions(atLeast(0.956), run)).containsExactly(Decision.FAIL);
        assertThat(decisions(atLeast(0.956).and(atLeast(0.5)), run))
                .as("0.0128 is more than 0.025 / 2")
                .containsExactly(Decision.INCONCLUSIVE, Decision.PASS);
        assertThat(decisions(atLeast(0.956).and(sure), run))
                .as("0.999 is rejected at 0.025 / 2, and leaves 0.025")
                .containsExactly(Decision.FAIL, Decision.FAIL);
        assertThat(decisions(atLeast(0.956).and(atLeast(0.96)).and(sure), run))
                .as("0.0068 is less than 0.025 / 3, which leaves 0.025 for the last")
                .containsExactly(Decision.FAIL, Decision.FAIL, Decision.FAIL);
        assertThat(decisions(atLeast(0.956).and(atLeast(0.5)).and(sure), run))
                .containsExactly(Decision.INCONCLUSIVE, Decision.PASS, Decision.FAIL);
    }

    @Test
    void testsPassesOfAlternativesByHolmsSteps() {
        var run = run(90, 10); // 90 or more have a chance of 0.0200 at a rate of 0.82, of 0.0057 at 0.8

        assertThat(decisions(atLeast(0.82), run)).containsExactly(Decision.PASS);
        assertThat(decisions(atLeast(0.82).or(atLeast(0.999)), run))
                .containsExactly(Decision.INCONCLUSIVE, Decision.FAIL);
        assertThat(decisions(atLeast(0.82).or(atLeast(0.8)), run)).containsExactly(Decision.PASS, Decision.PASS);
        assertThat(decisions(atLeast(0.82).and(atLeast(0.8)), run)).containsExactly(Decision.PASS, Decision.PASS);
    }

    /**
     * Eight independent conditions, each true and just met: without a correction one in six such gates would fail. And of
     * conditions that are all just missed, the gate passes no oftener than one of them does.
     */
    @Test
    void failsNoOftenerThanOneConditionWouldHoweverManyThereAre() {
        var root = RandomStream.of(307);
        var evaluations = 250;
        var failed = 0;
        var failedAlone = 0;
        for (var i = 0; i < evaluations; i++) {
            var random = root.split(i);
            var conditions = IntStream.range(0, 8)
                    .mapToObj(k -> (Condition) new OnRun(
                            Simulated.run("part", Simulated.right(random, 100, 0.9), Scorers.exactMatch()),
                            new Threshold("exact_match", true, 0.9, 0)))
                    .toList();
            var levels = Levels.of(0.95);
            failed += new Several(true, conditions).check(run(1, 1), levels).decision() == Decision.FAIL ? 1 : 0;
            failedAlone += conditions.stream()
                            .anyMatch(one -> one.check(run(1, 1), levels).decision() == Decision.FAIL)
                    ? 1
                    : 0;
        }
        assertThat(failed / (double) evaluations)
                .isLessThanOrEqualTo(0.025 + 3 * Math.sqrt(0.025 * 0.975 / evaluations));
        assertThat(failedAlone / (double) evaluations).as("the test can fail").isGreaterThan(0.06);
    }

    /** A condition on another run than the one that is checked. */
    private record OnRun(EvaluationRun<String, String, String> other, Condition condition) implements Condition {

        @Override
        public String text() {
            return condition.text();
        }

        @Override
        public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
            return condition.check(other, levels);
        }

        @Override
        public Condition allowingExcluded(double share) {
            return this;
        }
    }
}
