package io.llmops.core.model.resilience;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks an endpoint no more than it allows: so many requests and tokens a minute, as much as its headers say is left, and
 * as many calls at once as it turns out to bear. Each of these only if set:
 *
 * <pre>{@code
 * RateLimit.unlimited().requestsPerMinute(500).tokensPerMinute(200_000).adaptive(8, 64).quota(quota)
 * }</pre>
 *
 * <p>Tokens are guessed before a call (a token for each four characters, and the most the answer may have) and put right
 * when the model has counted. Adaptive concurrency grows by one for each round of answers while it is used to the full,
 * and is halved once for each episode of HTTP 429; a server error or a timeout doesn't shrink it. After a 429 that names a
 * time, no call starts before it.
 *
 * <p>A call that never ends keeps its place among those at once, and enough of them leave none: have a {@link TimeLimit} in
 * the stack, which is below this and gives them up.
 *
 * <p>A changed copy starts counting anew. Safe for use by many threads; not fair among them.
 */
public final class RateLimit implements Decorator {

    private static final Duration WORTH_TELLING = Duration.ofMillis(1);

    private final Limits limits;
    private final Timekeeper time;
    private final @Nullable Bucket requests;
    private final @Nullable Bucket tokens;
    private final @Nullable Concurrency concurrency;
    private long closedUntil;

    private record Limits(
            long requests,
            long tokens,
            int start,
            int most,
            @Nullable EndpointQuota quota) {}

    private RateLimit(Limits limits, Timekeeper time) {
        this.limits = limits;
        this.time = Objects.requireNonNull(time, "time");
        this.requests = limits.requests() == 0 ? null : new Bucket(limits.requests(), time.nanos());
        this.tokens = limits.tokens() == 0 ? null : new Bucket(limits.tokens(), time.nanos());
        this.concurrency = limits.most() == 0 ? null : new Concurrency(limits.start(), limits.most());
        this.closedUntil = time.nanos();
    }

    /** {@return no limit yet but that a 429 that names a time is heeded} */
    public static RateLimit unlimited() {
        return new RateLimit(new Limits(0, 0, 0, 0, null), Timekeeper.system());
    }

    /**
     * Returns this with a limit on requests.
     *
     * @param most how many a minute; 1 or more
     * @return the changed copy
     */
    public RateLimit requestsPerMinute(long most) {
        return new RateLimit(
                new Limits(positive(most), limits.tokens(), limits.start(), limits.most(), limits.quota()), time);
    }

    /**
     * Returns this with a limit on tokens, sent and received together.
     *
     * @param most how many a minute; 1 or more
     * @return the changed copy
     */
    public RateLimit tokensPerMinute(long most) {
        return new RateLimit(
                new Limits(limits.requests(), positive(most), limits.start(), limits.most(), limits.quota()), time);
    }

    /**
     * Returns this with adaptive concurrency.
     *
     * @param start how many calls may run at once at first; 1 or more
     * @param most how many may run at once at most
     * @return the changed copy
     */
    public RateLimit adaptive(int start, int most) {
        if (start < 1 || most < start) {
            throw new IllegalArgumentException(
                    "expected a concurrency of 1 or more and a most not below it, found " + start + " and " + most);
        }
        return new RateLimit(new Limits(limits.requests(), limits.tokens(), start, most, limits.quota()), time);
    }

    /**
     * Returns this with heed to what the endpoint says is left.
     *
     * @param quota what it says, as its client's {@link HeaderWatch} hears it
     * @return the changed copy
     */
    public RateLimit quota(EndpointQuota quota) {
        Objects.requireNonNull(quota, "quota");
        return new RateLimit(
                new Limits(limits.requests(), limits.tokens(), limits.start(), limits.most(), quota), time);
    }

    /**
     * Returns this with another time.
     *
     * @param other tells the time and waits
     * @return the changed copy
     */
    public RateLimit time(Timekeeper other) {
        return new RateLimit(limits, other);
    }

    /** {@return how many calls may run at once now; {@link Integer#MAX_VALUE} if that isn't limited} */
    public int concurrency() {
        return concurrency == null ? Integer.MAX_VALUE : concurrency.limit();
    }

    @Override
    public Layer layer() {
        return Layer.LIMIT;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        var asked = time.nanos();
        if (concurrency == null) {
            return ask(call, next, asked, null);
        }
        Concurrency.Permit permit;
        try {
            permit = concurrency.acquire();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
        try {
            return ask(call, next, asked, permit);
        } finally {
            concurrency.release();
        }
    }

    private ChatResponse ask(ChatCall call, Next next, long asked, Concurrency.@Nullable Permit permit) {
        var guess = TokenEstimate.input(call.request()) + TokenEstimate.output(call);
        waitForTurn(guess);
        var waited = Duration.ofNanos(time.nanos() - asked);
        if (waited.compareTo(WORTH_TELLING) >= 0) {
            call.listener().on(new CallEvent.Waited(CallEvent.CallId.of(call), waited));
        }
        try {
            var response = next.chat(call);
            settle(guess, response);
            if (concurrency != null && permit != null) {
                concurrency.answered(permit);
            }
            return response;
        } catch (RuntimeException e) {
            if (Failures.isRateLimit(e)) {
                refused(call, e, permit);
            }
            throw e;
        }
    }

    private void waitForTurn(long guess) {
        var wait = Duration.ZERO;
        if (requests != null) {
            wait = requests.take(1, time.nanos());
        }
        if (tokens != null) {
            wait = longer(wait, tokens.take((double) guess, time.nanos()));
        }
        Waiting.sleep(time, wait);
        for (wait = closed(guess); !wait.isZero(); wait = closed(guess)) {
            Waiting.sleep(time, wait);
        }
    }

    /** How long nobody may ask: because of a 429, or because nothing is left. */
    private Duration closed(long guess) {
        var quota = limits.quota();
        synchronized (this) {
            var rest = closedUntil - time.nanos();
            if (rest > 0) {
                return Duration.ofNanos(rest);
            }
        }
        return quota == null ? Duration.ZERO : quota.take(guess, time.now());
    }

    private void settle(long guess, ChatResponse response) {
        var used = response.tokenUsage() == null ? null : response.tokenUsage().totalTokenCount();
        if (tokens != null && used != null && used >= 0) {
            tokens.take(used - (double) guess, time.nanos());
        }
    }

    private void refused(ChatCall call, RuntimeException failure, Concurrency.@Nullable Permit permit) {
        var wait = Failures.retryAfter(failure, time.now()).orElse(Duration.ZERO);
        synchronized (this) {
            closedUntil = Math.max(closedUntil, time.nanos() + wait.toNanos());
        }
        if (concurrency != null && permit != null && concurrency.refused(permit)) {
            call.listener().on(new CallEvent.Throttled(CallEvent.CallId.of(call), concurrency.limit()));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static long positive(long rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("expected a rate of 1 a minute or more, found " + rate);
        }
        return rate;
    }
}
