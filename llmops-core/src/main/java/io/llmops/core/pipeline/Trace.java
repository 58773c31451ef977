package io.llmops.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One run of a pipeline, step by step. Immutable, if the values are.
 *
 * @param outcome what came of it
 * @param steps the stages that ran, in order; the last may be one that failed or abstained
 * @param usage what the stages said they used, see {@link UsageMeter}
 * @param <O> the type of the answer
 */
public record Trace<O>(Outcome<O> outcome, List<Step> steps, Usage usage) {

    /** Copies the steps. */
    public Trace {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(usage, "usage");
        steps = List.copyOf(steps);
    }

    /** {@return the time all steps took together} */
    public Duration time() {
        return steps.stream().map(Step::time).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What one stage returned.
     *
     * @param stage the stage's name
     * @param outcome what it returned
     * @param time how long it took
     */
    public record Step(String stage, Outcome<?> outcome, Duration time) {

        /** Refuses null. */
        public Step {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(time, "time");
        }
    }
}
