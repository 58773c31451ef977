package io.llmops.core.model.resilience;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What the exceptions of LangChain4j and of the clients under it mean. */
final class Failures {

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int DEEPEST = 20;
    private static final Pattern VARYING = Pattern.compile("[0-9][0-9a-fA-F_-]*|\\b[0-9a-fA-F]{8,}\\b");

    private Failures() {}

    /**
     * Whether the same call may well succeed later. What a client doesn't classify is looked at: a connection that broke,
     * or an answer that could not be read, may be whole next time.
     */
    static boolean isRetriable(Throwable failure) {
        for (var cause : chain(failure)) {
            if (cause instanceof InterruptedException
                    || cause instanceof NonRetriableException
                    || cause instanceof LlmopsException) {
                return false;
            }
            if (cause instanceof RetriableException) {
                return !isInterruption(failure);
            }
            if (cause instanceof HttpException http) {
                var status = http.statusCode();
                return status == TIMED_OUT || status == TOO_MANY || status >= SERVER_ERROR;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return !isInterruption(failure);
            }
        }
        return false;
    }

    static boolean isInterruption(Throwable failure) {
        return chain(failure).stream().anyMatch(InterruptedException.class::isInstance);
    }

    static boolean isRateLimit(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(cause -> cause instanceof dev.langchain4j.exception.RateLimitException
                        || (cause instanceof HttpException http && http.statusCode() == TOO_MANY));
    }

    /** How long the endpoint asks to wait, if it does. */
    static Optional<Duration> retryAfter(Throwable failure, Instant now) {
        return chain(failure).stream()
                .filter(EndpointException.class::isInstance)
                .map(EndpointException.class::cast)
                .findFirst()
                .flatMap(it -> it.retryAfter(now));
    }

    /** Equal for failures that are the same but for numbers and identifiers in their messages; tells nothing of them. */
    static String kind(Throwable failure) {
        var chain = chain(failure);
        var root = chain.get(chain.size() - 1);
        var message = String.valueOf(root.getMessage());
        return Fingerprint.of(
                        failure.getClass().getName(),
                        root.getClass().getName(),
                        VARYING.matcher(message).replaceAll("#"))
                .sha256();
    }

    /** The class and, if there is one, the HTTP status: what may be told of a failure to anybody. */
    static String name(Throwable failure) {
        var status = chain(failure).stream()
                .filter(HttpException.class::isInstance)
                .map(it -> " (HTTP " + ((HttpException) it).statusCode() + ")")
                .findFirst();
        return failure.getClass().getName() + status.orElse("");
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && chain.size() < DEEPEST; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
