package io.llmops.eval;

import io.llmops.core.LlmopsException;
import java.io.Serial;

/**
 * An evaluation stopped before its last example: too many failed, it took too long, or a stage or scorer said
 * that there is no use in going on (a {@link io.llmops.core.pipeline.StopException}, e.g. of a spent budget). What was
 * finished stands in the log, if there is one, and running the evaluation again on that log does the rest. Immutable.
 */
public final class EvaluationStoppedException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long finished;

    EvaluationStoppedException(String reason, long finished) {
        super("stopped after " + finished + " observations: " + reason);
        this.finished = finished;
    }

    /** {@return how many observations were finished} */
    public long finished() {
        return finished;
    }
}
