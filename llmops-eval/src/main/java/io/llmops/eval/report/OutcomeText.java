package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;

/** An outcome in words, not escaped. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(Observation<?, ?, ?> observation) {
        return of(observation.outcome());
    }

    static String of(Outcome<?> outcome) {
        return outcome.match(
                String::valueOf,
                reason -> "abstained: " + reason,
                (stage, reason) -> "failed in '" + stage + "': " + reason);
    }
}
