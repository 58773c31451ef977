package io.llmops.eval.metric.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingTest {

    /** Gives each example a string of answers, {@code r} being right, {@code ?} an abstention and {@code !} a failure. */
    private static Metric.Accumulator<Object, Object> over(Metric<Object, Object> metric, String... examples) {
        var accumulator = metric.accumulator();
        for (var e = 0; e < examples.length; e++) {
            for (var repeat = 0; repeat < examples[e].length(); repeat++) {
                accumulator.add(observation("e" + e, repeat, examples[e].substring(repeat, repeat + 1)), 1);
            }
        }
        return accumulator;
    }

    private static Observation<String, String, String> observation(String id, int repeat, String answer) {
        Outcome<String> outcome = switch (answer) {
            case "?" -> Outcome.abstained("not sure");
            case "!" -> Outcome.failed("ask", "timeout");
            default -> Outcome.answered(answer);
        };
        return new Observation<>(
                Example.of(id, "in", "r"),
                repeat,
                new Trace<>(outcome, List.of(), Usage.NONE),
                Collections.emptySortedMap());
    }

    private static Estimate estimate(Metric<Object, Object> metric, String... examples) {
        var name = metric.describe().get(0).name();
        return over(metric, examples)
                .values(Uncertainty.STANDARD)
                .get(name)
                .estimate()
                .orElseThrow();
    }

    @Test
    void isTheMeanOverExamplesOfTheChanceThatOneOfKPasses() {
        // of 4 with 1 right, a pair holds it 3 of 6 times; of 4 with 3 right, always
        var pass = estimate(Sampling.passAt(2, Object::equals), "rwww", "rrrw");

        assertThat(pass.value()).isCloseTo((0.5 + 1) / 2, within(1e-15));
        assertThat(pass.n()).isEqualTo(2);
    }

    @Test
    void isTheMeanOverExamplesOfTheChanceThatAllOfKPass() {
        assertThat(estimate(Sampling.passAll(2, Object::equals), "rwww", "rrrw").value())
                .isCloseTo((0 + 0.5) / 2, within(1e-15));
    }

    @Test
    void keepsItsDigitsForManyRepeats() {
        // 1 - C(999999, 10) / C(1000000, 10) is exactly 10 / 1000000
        assertThat(Draws.anyPasses(1_000_000, 1, 10)).isCloseTo(1e-5, within(1e-15));
        assertThat(Draws.allPass(1_000_000, 999_999, 10)).isCloseTo(1 - 1e-5, within(1e-15));
    }

    @Test
    void takesAFailureForNotPassedAndSaysHowFarItReaches() {
        var pass = estimate(Sampling.passAt(1, Object::equals), "r!", "w?");

        assertThat(pass.value()).isEqualTo(0.25);
        assertThat(pass.reach().lowest()).isEqualTo(0.25);
        assertThat(pass.reach().highest()).isEqualTo(0.5);
    }

    @Test
    void excludesAndCountsExamplesOfTooFewRepeats() {
        var pass = estimate(Sampling.passAt(3, Object::equals), "rrr", "rw");

        assertThat(pass.value()).isEqualTo(1);
        assertThat(pass.n()).isEqualTo(1);
        assertThat(pass.excluded()).isEqualTo(1);
    }

    @Test
    void doesNotTakeRepeatsOfOneExampleForIndependent() {
        var examples = new String[40];
        for (var e = 0; e < examples.length; e++) {
            examples[e] = e % 2 == 0 ? "rrrrrrrrrr" : "wwwwwwwwww";
        }

        var interval = estimate(Sampling.passAt(1, Object::equals), examples)
                .interval()
                .orElseThrow();

        // of 40 examples a half: 1.96 * sqrt(0.25 / 40) = 0.155, not the 0.049 of 400
        assertThat(interval.width() / 2).isCloseTo(0.155, within(0.02));
    }

    @Test
    void letsTheFirstRepeatsVote() {
        assertThat(estimate(Sampling.majorityAt(3, Object::equals), "rrwww").value())
                .isEqualTo(1);
        assertThat(estimate(Sampling.majorityAt(5, Object::equals), "rrwww").value())
                .isEqualTo(0);
    }

    @Test
    void sharesAVoteThatIsTied() {
        assertThat(estimate(Sampling.majorityAt(2, Object::equals), "rw").value())
                .isEqualTo(0.5);
        assertThat(estimate(Sampling.majorityAt(3, Object::equals), "rwv").value())
                .isCloseTo(1 / 3.0, within(1e-15));
        assertThat(estimate(Sampling.majorityAt(2, Object::equals), "?!").value())
                .isEqualTo(0);
    }

    @Test
    void refusesToDrawNone() {
        assertThatThrownBy(() -> Sampling.passAt(0, Object::equals)).hasMessage("expected a k above 0, found 0");
    }
}
