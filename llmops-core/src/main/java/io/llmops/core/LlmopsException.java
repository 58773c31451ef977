package io.llmops.core;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Something outside the program went wrong: a file that is not what it should be, a stage that failed. The caller's own
 * mistakes are {@link IllegalArgumentException}, {@link IllegalStateException} and {@link NullPointerException} instead.
 *
 * <p>The message says what was expected, what was found and where. Immutable.
 */
public class LlmopsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message what was expected, what was found, where
     */
    public LlmopsException(String message) {
        super(message);
    }

    /**
     * Creates an exception with the cause that led to it.
     *
     * @param message what was expected, what was found, where
     * @param cause what led to it, or null if nothing did
     */
    public LlmopsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
