package io.llmops.core.model.resilience;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import java.util.Objects;

/**
 * Stops asking an endpoint that is down, by a circuit breaker of Resilience4j (an optional dependency), which is
 * configured, observed and shared as usual. A call while it is open throws {@link OpenBreakerException} at once. Retriable
 * failures count as errors; what the request itself is to blame for doesn't count at all. Safe for use by many threads.
 */
public final class Breaker implements Decorator {

    private final CircuitBreaker breaker;

    private Breaker(CircuitBreaker breaker) {
        this.breaker = Objects.requireNonNull(breaker, "breaker");
    }

    /**
     * Returns a decorator that asks a circuit breaker.
     *
     * @param breaker the circuit breaker
     * @return the decorator
     */
    public static Breaker of(CircuitBreaker breaker) {
        return new Breaker(breaker);
    }

    @Override
    public Layer layer() {
        return Layer.BREAKER;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            call.listener().on(new CallEvent.Refused(CallEvent.CallId.of(call), "breaker"));
            throw new OpenBreakerException(breaker.getName());
        }
        var start = breaker.getCurrentTimestamp();
        try {
            var response = next.chat(call);
            breaker.onResult(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), response);
            return response;
        } catch (RuntimeException e) {
            if (Failures.isRetriable(e)) {
                breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            } else {
                breaker.releasePermission();
            }
            throw e;
        } catch (Error e) {
            breaker.releasePermission();
            throw e;
        }
    }
}
