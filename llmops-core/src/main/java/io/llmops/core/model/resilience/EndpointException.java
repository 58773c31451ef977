package io.llmops.core.model.resilience;

import dev.langchain4j.exception.HttpException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's exception for an HTTP status, with what the endpoint said about when to come back. It is found among the
 * causes of what a model throws whose client was built with {@link HeaderWatch}. Immutable.
 */
public final class EndpointException extends HttpException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double MILLIS = 1e3;
    private static final double LONGEST_SECONDS = 1e9;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private final @Nullable String seconds;
    private final @Nullable String millis;

    EndpointException(HttpException plain, Headers headers) {
        super(plain.statusCode(), plain.getMessage());
        this.seconds = headers.first("retry-after").orElse(null);
        this.millis = headers.first("retry-after-ms").orElse(null);
        setStackTrace(plain.getStackTrace());
    }

    /**
     * Returns how long the endpoint asks to wait: {@code retry-after-ms} or {@code Retry-After}, in seconds or as a date
     * (RFC 9110, 10.2.3).
     *
     * @param now the time of day, for a date
     * @return the time, not negative, or empty if the endpoint does not say or can't be understood
     */
    public Optional<Duration> retryAfter(Instant now) {
        var exact = number(millis).map(value -> value / MILLIS);
        return exact.or(() -> number(seconds))
                .map(value -> Duration.ofNanos((long) (value * 1e9)))
                .or(() -> date(now));
    }

    private static Optional<Double> number(@Nullable String text) {
        if (text == null || !text.strip().matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return Optional.empty();
        }
        return Optional.of(Math.min(Double.parseDouble(text.strip()), LONGEST_SECONDS));
    }

    private Optional<Duration> date(Instant now) {
        if (seconds == null) {
            return Optional.empty();
        }
        try {
            var wait = Duration.between(
                    now, ZonedDateTime.parse(seconds.strip(), HTTP_DATE).toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
