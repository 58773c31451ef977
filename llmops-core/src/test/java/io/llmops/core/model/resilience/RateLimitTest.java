package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedModel;
import io.llmops.core.model.decorate.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final VirtualTime time = new VirtualTime();
    private final RateLimit limit = RateLimit.unlimited().time(time);

    @Test
    void asksNoMoreThanSoManyTimesAMinute() {
        var model = limit.requestsPerMinute(600).around(ScriptedModel.answering("fine"));

        for (var call = 0; call < 1_260; call++) {
            model.chat(REQUEST);
        }

        // 60 come at once, a tenth of a minute's worth; the other 1,200 take two minutes.
        assertThat(time.elapsed()).isBetween(Duration.ofMillis(119_999), Duration.ofMillis(120_001));
    }

    @Test
    void neverExceedsTheRateInAnyWindow() {
        var starts = new ArrayList<Long>();
        var model = limit.requestsPerMinute(60).around(ScriptedModel.named("m").does(request -> {
            starts.add(time.nanos());
            return ScriptedModel.response("fine", 1, 1);
        }));
        for (var call = 0; call < 300; call++) {
            if (call % 50 == 0) {
                time.pass(Duration.ofSeconds(call));
            }
            model.chat(REQUEST);
        }

        // Window of a minute: the allowance and the burst of a tenth.
        for (var start : starts) {
            assertThat(starts.stream().filter(it -> it >= start && it < start + 60_000_000_000L))
                    .hasSizeLessThanOrEqualTo(67);
        }
    }

    @Test
    void countsTokensAsTheModelDid() {
        // Guess: 4 for the message, 3 for 12 characters, 1,000 for the answer. Counted: 15.
        var model = limit.tokensPerMinute(60_000).around(ScriptedModel.answering("fine"));

        for (var call = 0; call < 4_400; call++) {
            model.chat(REQUEST);
        }

        // 66,000 tokens in all, of which 6,000 at once; each call waits for its guess to be free.
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(62));
    }

    @Test
    void letsARequestThroughThatIsLargerThanTheBucket() {
        var model = limit.tokensPerMinute(60).around(ScriptedModel.answering("fine"));

        assertThat(model.chat("x".repeat(4_000))).isEqualTo("fine");
    }

    @Test
    void startsNoCallBeforeTheTimeA429Named() {
        var refusal = new RateLimitException(
                new EndpointException(new HttpException(429, "slow"), Headers.of(Map.of("retry-after", List.of("9")))));
        var model = limit.around(ScriptedModel.failing(refusal).answers("fine"));

        assertThatThrownBy(() -> model.chat(REQUEST)).isSameAs(refusal);
        model.chat(REQUEST);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void heedsWhatTheEndpointSaysIsLeft() {
        var quota = new EndpointQuota();
        var model = limit.quota(quota).around(ScriptedModel.answering("fine"));
        quota.learn(
                Headers.of(Map.of(
                        "x-ratelimit-remaining-requests", List.of("2"),
                        "x-ratelimit-reset-requests", List.of("1m6.5s"))),
                time.now());

        model.chat(REQUEST);
        model.chat(REQUEST);
        assertThat(time.elapsed()).isZero();
        assertThat(quota.remainingRequests()).contains(0L);
        model.chat(REQUEST);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(66_500));
    }

    @Test
    void heedsTokensLeftAsAnthropicTellsThem() {
        var quota = new EndpointQuota();
        var model = limit.quota(quota).around(ScriptedModel.answering("fine"));
        quota.learn(
                Headers.of(Map.of(
                        "anthropic-ratelimit-tokens-remaining", List.of("10"),
                        "anthropic-ratelimit-tokens-reset", List.of("2026-01-02T03:04:15Z"))),
                time.now());

        model.chat(REQUEST);

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void ignoresQuotasItCannotUnderstand() {
        var quota = new EndpointQuota();
        for (var text : List.of("", "many", "-1", "NaN", "1e9", "99999999999999999999", "\uD800")) {
            quota.learn(
                    Headers.of(Map.of(
                            "x-ratelimit-remaining-requests", List.of(text),
                            "x-ratelimit-reset-requests", List.of(text))),
                    time.now());
        }
        assertThat(quota.remainingRequests()).isEmpty();
    }

    @Test
    void growsByOneForEachRoundOfAnswersWhileUsedToTheFull() throws Exception {
        var adaptive = limit.adaptive(2, 64);
        rounds(adaptive, 2, 1, 0);
        assertThat(adaptive.concurrency()).isEqualTo(2);
        rounds(adaptive, 2, 3, 0);
        assertThat(adaptive.concurrency()).isEqualTo(3);
    }

    @Test
    void doesNotGrowWhileLittleIsAsked() {
        var adaptive = limit.adaptive(4, 64);
        var model = adaptive.around(ScriptedModel.answering("fine"));

        for (var call = 0; call < 1_000; call++) {
            model.chat(REQUEST);
        }

        assertThat(adaptive.concurrency()).isEqualTo(4);
    }

    @Test
    void isCutOnceForAnEpisodeHoweverManyCallsAreRefused() throws Exception {
        var adaptive = limit.adaptive(16, 64);

        rounds(adaptive, 16, 1, 429);
        assertThat(adaptive.concurrency()).as("16 refusals at once").isEqualTo(8);

        rounds(adaptive, 8, 1, 429);
        assertThat(adaptive.concurrency()).as("a second episode").isEqualTo(4);
    }

    @Test
    void isNotCutByServerErrors() throws Exception {
        var adaptive = limit.adaptive(16, 64);

        rounds(adaptive, 16, 3, 500);

        assertThat(adaptive.concurrency()).isEqualTo(16);
    }

    @Test
    void neverFallsBelowOne() {
        var adaptive = limit.adaptive(1, 4);
        var refusal = new RateLimitException("slow");
        var events = new ArrayList<CallEvent>();
        var model = Decorators.of(adaptive).listener(events::add).around(ScriptedModel.failing(refusal));

        for (var call = 0; call < 5; call++) {
            assertThatThrownBy(() -> model.chat(REQUEST)).isSameAs(refusal);
        }

        assertThat(adaptive.concurrency()).isEqualTo(1);
        assertThat(events).filteredOn(CallEvent.Throttled.class::isInstance).hasSize(5);
    }

    @Test
    void neverRunsMoreCallsAtOnceThanItAllows() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var model = limit.adaptive(4, 4).around(ScriptedModel.named("m").does(request -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
            return ScriptedModel.response("fine", 1, 1);
        }));
        var pool = Executors.newFixedThreadPool(32);
        var done = new CountDownLatch(2_000);
        for (var call = 0; call < 2_000; call++) {
            pool.execute(() -> {
                model.chat(REQUEST);
                done.countDown();
            });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();

        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> limit.requestsPerMinute(0))
                .hasMessage("expected a rate of 1 a minute or more, found 0");
        assertThatThrownBy(() -> limit.tokensPerMinute(-1)).hasMessageContaining("found -1");
        assertThatThrownBy(() -> limit.adaptive(0, 1)).hasMessageContaining("found 0 and 1");
        assertThatThrownBy(() -> limit.adaptive(3, 2)).hasMessageContaining("found 3 and 2");
    }

    /** Rounds of so many calls that are all under way before the first of them ends. */
    private static void rounds(RateLimit adaptive, int width, int rounds, int status) throws Exception {
        for (var round = 0; round < rounds; round++) {
            var together = new CyclicBarrier(width);
            ChatModel model = adaptive.around(ScriptedModel.named("m").does(request -> {
                meet(together);
                return switch (status) {
                    case 429 -> throw new RateLimitException("slow");
                    case 500 -> throw new InternalServerException("down");
                    default -> ScriptedModel.response("fine", 1, 1);
                };
            }));
            var pool = Executors.newFixedThreadPool(width);
            var done = new CountDownLatch(width);
            for (var call = 0; call < width; call++) {
                pool.execute(() -> {
                    try {
                        model.chat(REQUEST);
                    } catch (RateLimitException | InternalServerException e) {
                        // As scripted.
                    } finally {
                        done.countDown();
                    }
                });
            }
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            pool.shutdown();
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
