package io.llmops.eval;

import io.llmops.core.LlmopsException;
import java.io.Serial;

/**
 * An evaluation stopped before its last example: too many failed, or it took too long. What was finished stands in the
 * log, if there is one, and running the evaluation again on that log does the rest. Immutable.
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
