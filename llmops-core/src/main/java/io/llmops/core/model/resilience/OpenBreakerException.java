package io.llmops.core.model.resilience;

import io.llmops.core.LlmopsException;
import java.io.Serial;

/** A call was not made, because the circuit breaker is open. Immutable. */
public final class OpenBreakerException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    OpenBreakerException(String breaker) {
        super("the call was not made: circuit breaker '" + breaker + "' is open");
    }
}
