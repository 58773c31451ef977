package io.llmops.core.pipeline;

import io.llmops.core.LlmopsException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A stage threw or gave no answer, and the caller wanted a value. The message names the stage and the kind of the cause.
 * The reason and the cause may quote user text, so the message does not repeat them. Immutable.
 */
public final class StageException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String stage;
    private final String reason;

    private StageException(String stage, String reason, String what, @Nullable Throwable cause) {
        super("stage '" + stage + "' " + what, cause);
        this.stage = stage;
        this.reason = reason;
    }

    static StageException abstained(String stage, String reason) {
        return new StageException(stage, reason, "abstained", null);
    }

    static StageException failed(String stage, String reason, @Nullable Throwable cause) {
        var what = cause == null ? "failed" : "failed with " + cause.getClass().getName();
        return new StageException(stage, reason, what, cause);
    }

    /** {@return the name of the stage} */
    public String stage() {
        return stage;
    }

    /** {@return why it gave no answer, for a person to read; may quote user text} */
    public String reason() {
        return reason;
    }
}
