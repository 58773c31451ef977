package io.llmops.core.model.resilience;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Tries again what may succeed later: exponential backoff with full jitter, and not before the endpoint's
 * {@code Retry-After} where the client is built with {@link HeaderWatch}. Retriable is what LangChain4j says is, a
 * connection that broke, and an answer that could not be read. When it gives up it throws the model's last exception as
 * it is.
 *
 * <p>It gives up when the attempts are spent, when the next would start after the deadline (counted from the first), and
 * at once when the failure isn't retriable. When {@link #identicalFailures} calls in a row have failed in the same way, it
 * refuses further ones with a {@link RepeatedFailureException} and lets one through a minute, once, to see whether the
 * cause is gone.
 *
 * <p>The standard: 6 attempts, backoff from 1 second to 1 minute, deadline 5 minutes, 20 identical failures. A changed
 * copy starts counting anew. Safe for use by many threads.
 */
public final class Retry implements Decorator {

    private static final Duration PROBE_EVERY = Duration.ofMinutes(1);

    private final Limits limits;
    private final Backoff backoff;
    private final Timekeeper time;
    private final long seed;
    private final SplittableRandom random;
    private final IdenticalFailures identical;

    private record Limits(int attempts, Duration deadline, int identical) {}

    private Retry(Limits limits, Backoff backoff, Timekeeper time, long seed) {
        this.limits = limits;
        this.backoff = backoff;
        this.time = Objects.requireNonNull(time, "time");
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.identical = new IdenticalFailures(limits.identical(), PROBE_EVERY, time);
    }

    /** {@return the standard} */
    public static Retry standard() {
        return new Retry(
                new Limits(6, Duration.ofMinutes(5), 20),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)),
                Timekeeper.system(),
                new SplittableRandom().nextLong());
    }

    /**
     * Returns this with another number of attempts.
     *
     * @param attempts how often a call is made at most, the first included; 1 or more
     * @return the changed copy
     */
    public Retry attempts(int attempts) {
        return new Retry(
                new Limits(atLeastOne("attempt", attempts), limits.deadline(), limits.identical()),
                backoff,
                time,
                seed);
    }

    /**
     * Returns this with another backoff.
     *
     * @param first the longest wait before the second attempt
     * @param most the longest wait before any
     * @return the changed copy
     */
    public Retry backoff(Duration first, Duration most) {
        return new Retry(limits, new Backoff(first, most), time, seed);
    }

    /**
     * Returns this with another deadline.
     *
     * @param deadline no attempt starts later than this after the first
     * @return the changed copy
     */
    public Retry deadline(Duration deadline) {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("expected a deadline of 0 or more, found " + deadline);
        }
        return new Retry(new Limits(limits.attempts(), deadline, limits.identical()), backoff, time, seed);
    }

    /**
     * Returns this with another cap on calls in a row that fail in the same way.
     *
     * @param most how many; 1 or more
     * @return the changed copy
     */
    public Retry identicalFailures(int most) {
        return new Retry(
                new Limits(limits.attempts(), limits.deadline(), atLeastOne("identical failure", most)),
                backoff,
                time,
                seed);
    }

    /**
     * Returns this with another time.
     *
     * @param other tells the time and waits
     * @return the changed copy
     */
    public Retry time(Timekeeper other) {
        return new Retry(limits, backoff, other, seed);
    }

    /**
     * Returns this with another seed of the jitter.
     *
     * @param other the seed
     * @return the changed copy
     */
    public Retry seed(long other) {
        return new Retry(limits, backoff, time, other);
    }

    @Override
    public Layer layer() {
        return Layer.RETRY;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        var probing = identical.probing();
        var start = time.nanos();
        for (var attempt = 1; ; attempt++) {
            try {
                var response = next.chat(call);
                identical.succeeded();
                return response;
            } catch (RuntimeException e) {
                var delay = probing ? Optional.<Duration>empty() : delay(e, attempt, start);
                if (delay.isEmpty()) {
                    count(e);
                    throw e;
                }
                call.listener()
                        .on(new CallEvent.Retrying(CallEvent.CallId.of(call), attempt, delay.get(), e.getClass()));
                Waiting.sleep(time, delay.get());
            }
        }
    }

    private Optional<Duration> delay(RuntimeException failure, int attempt, long start) {
        if (attempt >= limits.attempts() || !Failures.isRetriable(failure)) {
            return Optional.empty();
        }
        // A herd that was told one time to come back at still spreads out, as widely as after a first failure.
        var asked = Failures.retryAfter(failure, time.now());
        var delay = asked.map(it -> it.plus(jittered(1))).orElseGet(() -> jittered(attempt));
        var elapsed = Duration.ofNanos(time.nanos() - start);
        return elapsed.plus(delay).compareTo(limits.deadline()) > 0 ? Optional.empty() : Optional.of(delay);
    }

    private Duration jittered(int attempt) {
        synchronized (random) {
            return backoff.after(attempt, random);
        }
    }

    private void count(RuntimeException failure) {
        if (!(failure instanceof LlmopsException) && !Failures.isInterruption(failure)) {
            identical.failed(failure);
        }
    }

    private static int atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("expected 1 " + what + " or more, found " + count);
        }
        return count;
    }
}
