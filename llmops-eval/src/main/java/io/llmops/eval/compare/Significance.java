package io.llmops.eval.compare;

import io.llmops.eval.stats.TestResult;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a metric's change is more than chance, and how large it is. Immutable.
 *
 * @param metric the metric's name
 * @param test of the change, over pairs; empty where the change is undefined
 * @param effect how large it is; empty where the metric is no mean over examples, or no two pairs differ
 */
public record Significance(String metric, Optional<TestResult> test, Optional<EffectSize> effect) {

    /** Refuses null. */
    public Significance {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(effect, "effect");
    }
}
