package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.dataset.Example;
import io.llmops.core.model.resilience.Price;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import io.llmops.eval.stats.RandomStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LimitsOfTimeAndCostTest {

    private static Observation<String, String, String> seen(int example, int repeat, long millis, Usage usage) {
        Outcome<String> outcome = millis < 0 ? Outcome.failed("ask", "deadline") : Outcome.answered("a");
        var steps =
                millis < 0 ? List.<Trace.Step>of() : List.of(new Trace.Step("ask", outcome, Duration.ofMillis(millis)));
        return new Observation<>(
                Example.of("e" + example, "input", "a"),
                repeat,
                new Trace<>(outcome, steps, usage),
                Collections.emptySortedMap());
    }

    private static EvaluationRun<String, String, String> run(
            int examples, IntFunction<Observation<String, String, String>> made) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < examples; i++) {
            observations.add(made.apply(i));
        }
        return RunsOf.observations("run", observations, Scorers.exactMatch());
    }

    private static EvaluationRun<String, String, String> timed(int examples, IntFunction<Integer> millis) {
        return run(examples, i -> seen(i, 0, millis.apply(i), Usage.NONE));
    }

    private static Finding only(Gate gate, EvaluationRun<?, ?, ?> run) {
        return gate.check(run).findings().get(0);
    }

    /** Of 100 values the interval of the median lies between the 40th and the 61st, of 50 between 18th and 33rd (Conover). */
    @Test
    void decidesTheMedianOnOrderStatistics() {
        var run = timed(100, i -> (i * 37 % 100 + 1) * 10);

        var passed = only(Gate.latencyAtMost(0.5, Duration.ofMillis(610)), run);

        assertThat(passed)
                .hasToString("PASS latency/p50 at most 0.61 s:"
                        + " 0.5000 [0.4000, 0.6100] (95 %, order statistics), n 100");
        assertThat(only(Gate.latencyAtMost(0.5, Duration.ofMillis(600)), run).decision())
                .isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.latencyAtMost(0.5, Duration.ofMillis(400)), run).decision())
                .isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.latencyAtMost(0.5, Duration.ofMillis(399)), run).decision())
                .isEqualTo(Decision.FAIL);
    }

    /** 0.95^n is at most 0.025 from 72 on: with fewer, all may have missed the slow ones. */
    @Test
    void knowsNoUpperBoundOfAQuantileThatFewExamplesReach() {
        var gate = Gate.latencyAtMost(0.95, Duration.ofSeconds(1));

        var few = only(gate, timed(71, i -> 500));

        assertThat(few.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(few.reason()).contains("[0.5000, ∞]");
        assertThat(few.value().estimate().orElseThrow().interval()).isEmpty();
        assertThat(few.moreExamples().orElseThrow()).isBetween(1L, 2L);
        assertThat(only(gate, timed(72, i -> 500 + i)).decision()).isEqualTo(Decision.PASS);
        assertThat(only(gate, timed(20, i -> 2000)).decision())
                .as("that it is slow, few can tell")
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void doesNotTakeADeadlineForAFastAnswer() {
        var gate = Gate.latencyAtMost(0.95, Duration.ofSeconds(1));

        assertThat(only(gate, timed(300, i -> 500 + i)).decision()).isEqualTo(Decision.PASS);
        var finding = only(gate, timed(300, i -> i % 10 == 0 ? -1 : 500 + i));

        assertThat(finding.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(finding.reason()).contains("the failed observations alone could turn it from PASS");
        assertThat(only(gate, timed(300, i -> i % 100 == 0 ? -1 : 500 + i)).decision())
                .as("three that failed are fewer than one in twenty")
                .isEqualTo(Decision.PASS);
        assertThat(only(gate, timed(30, i -> -1)).reason()).isEqualTo("undefined: no example has a time");
    }

    @Test
    void takesRepeatsForNoMoreThanTheirExamplesTell() {
        var gate = Gate.latencyAtMost(0.5, Duration.ofMillis(620));

        var alone = only(gate, timed(100, i -> (i + 1) * 10));
        var repeated = only(gate, run(1000, i -> seen(i / 10, i % 10, (i / 10 + 1) * 10L, Usage.NONE)));

        assertThat(alone.decision()).isEqualTo(Decision.PASS);
        var interval = repeated.value().estimate().orElseThrow().interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("order statistics of clusters");
        assertThat(interval.lower()).isBetween(0.39, 0.41);
        assertThat(interval.upper()).isBetween(0.60, 0.62);
    }

    @Test
    void decidesTokensAndMoneyOnTheirMean() {
        var random = RandomStream.of(4);
        var run = run(200, i -> seen(i, 0, 10, new Usage(1, 500 + random.nextInt(200), 100, 0))); // about 700 tokens

        assertThat(only(Gate.tokensAtMost(720), run).decision()).isEqualTo(Decision.PASS);
        assertThat(only(Gate.tokensAtMost(700), run).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(only(Gate.tokensAtMost(680), run).decision()).isEqualTo(Decision.FAIL);
        // 600 tokens in at 1 a million, 100 out at 4 a million: 0.001
        assertThat(only(Gate.costAtMost(Price.of("1", "4"), 0.00105), run).decision())
                .isEqualTo(Decision.PASS);
        assertThat(only(Gate.costAtMost(Price.of("1", "4"), 0.00095), run).decision())
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void doesNotGuessWhatACallThatReportedNothingCost() {
        var run = run(200, i -> seen(i, 0, 10, new Usage(1, i % 20 == 0 ? 0 : 500 + i % 7, 0, i % 20 == 0 ? 1 : 0)));

        var finding = only(Gate.tokensAtMost(600), run);

        assertThat(finding.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(finding.reason()).endsWith("; 10 of 200 observations have no score");
        assertThat(Gate.tokensAtMost(600).allowingExcluded(0.05).check(run).decision())
                .isEqualTo(Decision.PASS);
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> Gate.latencyAtMost(1, Duration.ofSeconds(1)))
                .hasMessage("expected a quantile above 0 and below 1, found 1.0");
        assertThatThrownBy(() -> Gate.latencyAtMost(0.5, Duration.ZERO))
                .hasMessage("expected a limit above 0, found PT0S");
        assertThatThrownBy(() -> Gate.tokensAtMost(-1)).hasMessage("expected a limit of 0 or more, found -1.0");
    }
}
