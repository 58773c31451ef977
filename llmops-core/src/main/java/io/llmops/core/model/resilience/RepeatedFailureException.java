package io.llmops.core.model.resilience;

import io.llmops.core.LlmopsException;
import java.io.Serial;

/**
 * A call was not made, because as many before it as {@link Retry#identicalFailures} allows failed in the same way with no
 * answer in between. The message names the kind of failure, never its text. Immutable.
 */
public final class RepeatedFailureException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int failures;

    RepeatedFailureException(int failures, String failure) {
        super("the call was not made: " + failures + " calls in a row failed with the same " + failure);
        this.failures = failures;
    }

    /** {@return how many calls in a row failed in the same way} */
    public int failures() {
        return failures;
    }
}
