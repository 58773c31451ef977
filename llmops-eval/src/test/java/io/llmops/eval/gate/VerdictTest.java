package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Observed;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.RunsOf;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    /** Half of 100 are right: surely at least 0.2, surely not 0.8, and perhaps 0.5. */
    private static Verdict atLeast(double threshold) {
        List<Observation<String, String, String>> observations = IntStream.range(0, 100)
                .mapToObj(i -> Observed.of("e" + i, "a", i % 2 == 0 ? "a" : "b"))
                .toList();
        EvaluationRun<String, String, String> run = RunsOf.observations("run", observations, Scorers.exactMatch());
        return Gate.atLeast("exact_match", threshold).check(run);
    }

    @Test
    void twoTogetherPassIfBothDoAndFailIfOneDoes() {
        assertThat(atLeast(0.2).and(atLeast(0.3)).decision()).isEqualTo(Decision.PASS);
        assertThat(atLeast(0.2).and(atLeast(0.5)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(atLeast(0.5).and(atLeast(0.2)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(atLeast(0.5).and(atLeast(0.8)).decision()).isEqualTo(Decision.FAIL);
        assertThat(atLeast(0.8).and(atLeast(0.2)).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void twoTogetherHaveTheFindingsOfBothInOrder() {
        var both = atLeast(0.8).and(atLeast(0.2));

        assertThat(both.gate()).isEqualTo("exact_match at least 0.8 and exact_match at least 0.2");
        assertThat(both.findings())
                .extracting(Finding::condition)
                .containsExactly("exact_match at least 0.8", "exact_match at least 0.2");
    }
}
