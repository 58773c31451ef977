package io.llmops.core.model.decorate;

/**
 * Where a decorator belongs in the stack, from the caller to the provider. {@link Decorators} keeps this order whatever
 * order the decorators were named in. Immutable.
 */
public enum Layer {
    /** Recorded answers, before anything else is asked. */
    REPLAY,
    /** Answers known already. */
    CACHE,
    /** Another model, when this one with all below has failed. */
    FALLBACK,
    /** Another attempt: whatever is below is done once an attempt. */
    RETRY,
    /** What is paid for, attempt by attempt. */
    BUDGET,
    /** Whether the endpoint is worth asking; before waiting for a permit. */
    BREAKER,
    /** Waiting for a permit; a call that waits to be retried holds none. */
    LIMIT,
    /** How long the provider may take; waiting above does not count. */
    TIMEOUT
}
