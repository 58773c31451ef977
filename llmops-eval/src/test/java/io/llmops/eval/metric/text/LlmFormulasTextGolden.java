package io.llmops.eval.metric.text;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Observation;
import java.util.List;

/** Perplexity and distinct-n by their formulas. */
public final class LlmFormulasTextGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        if (golden.group().equals("perplexity")) {
            perplexity(golden, checks);
        } else {
            var text = String.join(" ", Segments.texts(golden.input().get("tokens")));
            var values = Segments.of(List.of(text), List.of(List.of(""))).points(TextMetrics.distinct());
            for (var n = 1; n <= 3; n++) {
                var name = "distinct_" + n;
                checks.that(() -> values.get(name), name);
            }
        }
    }

    private static void perplexity(GoldenCase golden, GoldenChecks checks) {
        var metric = TextMetrics.<double[]>perplexity(
                probabilities -> probabilities,
                probabilities -> "x".repeat(golden.input().get("bytes").asInt()));
        var accumulator = metric.accumulator();
        accumulator.add(
                Observation.of(Example.of("e", "in", "none"), Outcome.answered(golden.numbers("token_logprobs"))), 1);
        checks.that(() -> accumulator.value("perplexity").orElseThrow(), "perplexity");
        checks.that(() -> accumulator.value("perplexity/mean_nll").orElseThrow(), "mean_nll");
        checks.that(() -> accumulator.value("perplexity/bits_per_byte").orElseThrow(), "bits_per_byte");
    }
}
