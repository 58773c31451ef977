package io.llmops.core.model.resilience;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint says is left of its rate limits, as read from the headers of its responses by {@link HeaderWatch} and
 * heeded by {@link RateLimit#quota}: one for each account and model. Understood are the headers of OpenAI
 * ({@code x-ratelimit-remaining-requests} …), of Anthropic ({@code anthropic-ratelimit-requests-remaining} …) and of the
 * IETF draft ({@code ratelimit-remaining}). Safe for use by many threads.
 */
public final class EndpointQuota {

    private static final Duration UNKNOWN_RESET = Duration.ofSeconds(1);
    private static final Pattern SPAN = Pattern.compile(
            "(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,9}(?:\\.[0-9]{1,9})?)s)?(?:([0-9]{1,12})ms)?");

    private @Nullable Window requests;
    private @Nullable Window tokens;

    private record Window(long remaining, Instant resets) {

        Duration wait(long wanted, Instant now) {
            return remaining >= wanted || !now.isBefore(resets) ? Duration.ZERO : Duration.between(now, resets);
        }

        @Nullable
        Window less(long taken, Instant now) {
            return now.isBefore(resets) ? new Window(remaining - taken, resets) : null;
        }
    }

    /** Creates one that knows nothing yet. */
    public EndpointQuota() {}

    /** {@return the requests the endpoint said were left, less those made since; empty if it did not say} */
    public synchronized Optional<Long> remainingRequests() {
        return Optional.ofNullable(requests).map(Window::remaining);
    }

    /** {@return the tokens the endpoint said were left, less those asked for since; empty if it did not say} */
    public synchronized Optional<Long> remainingTokens() {
        return Optional.ofNullable(tokens).map(Window::remaining);
    }

    synchronized void learn(Headers headers, Instant now) {
        var newRequests = window(
                headers.first(
                        "x-ratelimit-remaining-requests",
                        "anthropic-ratelimit-requests-remaining",
                        "ratelimit-remaining"),
                headers.first("x-ratelimit-reset-requests", "anthropic-ratelimit-requests-reset", "ratelimit-reset"),
                now);
        var newTokens = window(
                headers.first("x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-remaining"),
                headers.first("x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-reset"),
                now);
        requests = newRequests == null ? requests : newRequests;
        tokens = newTokens == null ? tokens : newTokens;
    }

    /** Takes one request and its tokens if they are left, and returns zero; else takes nothing and says how long to wait. */
    synchronized Duration take(long wantedTokens, Instant now) {
        var wait = requests == null ? Duration.ZERO : requests.wait(1, now);
        var forTokens = tokens == null ? Duration.ZERO : tokens.wait(wantedTokens, now);
        var longest = wait.compareTo(forTokens) >= 0 ? wait : forTokens;
        if (longest.isZero()) {
            requests = requests == null ? null : requests.less(1, now);
            tokens = tokens == null ? null : tokens.less(wantedTokens, now);
        }
        return longest;
    }

    private static @Nullable Window window(Optional<String> remaining, Optional<String> reset, Instant now) {
        return remaining
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(text -> new Window(
                        Long.parseLong(text),
                        reset.flatMap(it -> moment(it, now)).orElse(now.plus(UNKNOWN_RESET))))
                .orElse(null);
    }

    /** A span ({@code 6m0s}, {@code 120ms}), seconds, or a date: each provider its own. */
    private static Optional<Instant> moment(String text, Instant now) {
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.of(now.plusNanos((long) (Double.parseDouble(text) * 1e9)));
        }
        var span = SPAN.matcher(text);
        if (span.matches() && !text.isEmpty()) {
            var wait = Duration.ofHours(whole(span.group(1)))
                    .plusMinutes(whole(span.group(2)))
                    .plusNanos((long) ((span.group(3) == null ? 0 : Double.parseDouble(span.group(3))) * 1e9))
                    .plusMillis(whole(span.group(4)));
            return Optional.of(now.plus(wait));
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long whole(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
