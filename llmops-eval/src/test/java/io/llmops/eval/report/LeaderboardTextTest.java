package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.core.dataset.Example;
import io.llmops.core.model.resilience.Price;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.compare.Candidate;
import io.llmops.eval.compare.Leaderboard;
import io.llmops.eval.compare.ModelCard;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.run.RunsOf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardTextTest {

    private static Candidate<String, String> candidate(String name, int wrong, int millis) {
        var observations = new ArrayList<Observation<String, String, String>>();
        for (var i = 0; i < 40; i++) {
            Outcome<String> outcome = Outcome.answered(i < wrong ? "no" : "yes");
            observations.add(Observation.of(
                    Example.of("e" + i, "Is it?", i % 2 == 0 ? "yes" : i < wrong ? "maybe" : "yes"),
                    new Trace<>(
                            outcome,
                            List.of(new Trace.Step("ask", outcome, Duration.ofMillis(millis))),
                            new Usage(1, 1_000, 100, 0))));
        }
        return Candidate.of(RunsOf.observations(name, observations, Classification.report()));
    }

    @Test
    void showsPlacesTiesCostsAndThePick() {
        var card = ModelCard.of("small-1")
                .withPrice(Price.of("0.1", "1"))
                .withBillionParameters(8)
                .withContextWindow(128_000);
        var text = Reports.text(Leaderboard.of(
                "accuracy",
                candidate("large", 0, 900),
                candidate("small\u202e<b>", 20, 100).with(card)));
        var lines = text.lines().toList();
        assertThat(lines.get(0)).matches("by accuracy +place +value +interval +ties +per 1,000 +median +size +context");
        assertThat(lines.get(1)).matches("large +1 +1\\.000 +\\[0\\.\\d+, 1\\.000] +a +– +900 ms +– +– +\\*");
        assertThat(lines.get(2))
                .matches("small\\\\u\\{202E}<b> +2 +0\\.500 +\\[.*] +b +0\\.200 +100 ms +8\\.0 B +128,000 +\\*");
        assertThat(lines.get(4)).isEqualTo("pick: large: accuracy 1.000, better than all others by more than chance");
        assertThat(lines.subList(0, 3))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
}
