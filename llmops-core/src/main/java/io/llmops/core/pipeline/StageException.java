package io.llmops.core.pipeline;

import io.llmops.core.LlmopsException;
import java.io.Serial;

/**
 * A stage threw or gave no answer, and the caller wanted a value. The message names the stage and the kind of the cause;
 * the cause itself, which may quote user text, is chained and not repeated. Immutable.
 */
public final class StageException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String stage;

    StageException(String stage, Throwable cause) {
        super("stage '" + stage + "' failed with " + cause.getClass().getName(), cause);
        this.stage = stage;
    }

    StageException(String stage, String problem) {
        super("stage '" + stage + "' " + problem);
        this.stage = stage;
    }

    /** {@return the name of the stage} */
    public String stage() {
        return stage;
    }
}
