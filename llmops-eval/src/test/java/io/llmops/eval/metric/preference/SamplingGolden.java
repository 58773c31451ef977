package io.llmops.eval.metric.preference;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import java.util.Collections;
import java.util.List;

/** pass@k and pass^k by exact rational arithmetic, of one example. */
public final class SamplingGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var repeats = golden.input().get("n").intValue();
        var passing = golden.input().get("c").intValue();
        var k = golden.input().get("k").intValue();
        checks.that(() -> value(Sampling.passAt(k, Object::equals), repeats, passing), "pass_at_k");
        checks.that(() -> value(Sampling.passAll(k, Object::equals), repeats, passing), "pass_hat_k");
        checks.relative(() -> Draws.allPass(repeats, passing, k), "pass_hat_k");
    }

    private static double value(Metric<Object, Object> metric, int repeats, int passing) {
        var accumulator = metric.accumulator();
        for (var repeat = 0; repeat < repeats; repeat++) {
            var trace = new Trace<>(Outcome.answered(repeat < passing ? "right" : "wrong"), List.of(), Usage.NONE);
            accumulator.add(
                    new Observation<>(Example.of("e", "in", "right"), repeat, trace, Collections.emptySortedMap()), 1);
        }
        return accumulator.value(metric.describe().get(0).name()).orElseThrow();
    }
}
