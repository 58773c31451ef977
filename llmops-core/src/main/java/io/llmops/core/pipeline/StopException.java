package io.llmops.core.pipeline;

import io.llmops.core.LlmopsException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stage could not work, and would not for any other input: a budget is spent, the quota of the day is used up. Whoever
 * takes many inputs through a pipeline with {@link Pipeline#trace} should stop; the input it was thrown for has not been
 * tried. Immutable.
 */
public class StopException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DEEPEST = 20;

    /**
     * Creates an exception.
     *
     * @param message why to stop, for a person to read; no user text
     */
    public StopException(String message) {
        super(message);
    }

    /**
     * Returns the first of its kind in a chain of causes.
     *
     * @param thrown where the chain begins, or null if nothing was thrown
     * @return the exception, or empty if there is none within twenty causes
     */
    public static Optional<StopException> in(@Nullable Throwable thrown) {
        var cause = thrown;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof StopException stop) {
                return Optional.of(stop);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
