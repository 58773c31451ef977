package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedModel;
import io.llmops.core.model.decorate.VirtualTime;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryTest {

    private final RuntimeException down = new InternalServerException(new HttpException(500, "oops"));

    private final VirtualTime time = new VirtualTime();
    private final Retry retry = Retry.standard().time(time).seed(42);

    @Test
    void triesAgainUntilThereIsAnAnswer() {
        var model = ScriptedModel.failing(down).throwing(down).answers("fine");

        assertThat(retry.around(model).chat(REQUEST).aiMessage().text()).isEqualTo("fine");
        assertThat(model.calls()).isEqualTo(3);
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void throwsTheModelsOwnExceptionWhenTheAttemptsAreSpent() {
        var model = ScriptedModel.failing(down);

        assertThatThrownBy(() -> retry.attempts(4).around(model).chat(REQUEST)).isSameAs(down);
        assertThat(model.calls()).isEqualTo(4);
    }

    static Stream<RuntimeException> hopeless() {
        return Stream.of(
                new AuthenticationException("key"),
                new InvalidRequestException("bad"),
                new HttpException(400, "bad"),
                new RuntimeException(new InterruptedException()),
                new RuntimeException(new IOException(new InterruptedException())),
                new LlmopsException("no budget"),
                new IllegalArgumentException("bug"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void doesNotTryAgainWhatCannotSucceed(RuntimeException failure) {
        var model = ScriptedModel.failing(failure);

        assertThatThrownBy(() -> retry.around(model).chat(REQUEST)).isSameAs(failure);
        assertThat(model.calls()).isEqualTo(1);
        assertThat(time.sleeps()).isEmpty();
    }

    static Stream<RuntimeException> hopeful() {
        return Stream.of(
                new RateLimitException("slow down"),
                new dev.langchain4j.exception.TimeoutException("late"),
                new HttpException(503, "busy"),
                new HttpException(408, "late"),
                new RuntimeException(new SocketException("Connection reset")),
                new RuntimeException(new RuntimeException(new EOFException())));
    }

    @ParameterizedTest
    @MethodSource("hopeful")
    void triesAgainWhatMaySucceedLater(RuntimeException failure) {
        var model = ScriptedModel.failing(failure).answers("fine");

        assertThat(retry.around(model).chat("hello")).isEqualTo("fine");
    }

    @Test
    void waitsEvenlyBetweenNothingAndTwiceAsLongEachTime() {
        var first = new ArrayList<Double>();
        var third = new ArrayList<Double>();
        for (var seed = 0; seed < 2_000; seed++) {
            var clock = new VirtualTime();
            var model = ScriptedModel.failing(down).throwing(down, 2).answers("fine");
            Retry.standard()
                    .backoff(Duration.ofSeconds(1), Duration.ofSeconds(60))
                    .time(clock)
                    .seed(seed)
                    .around(model)
                    .chat(REQUEST);
            first.add(clock.sleeps().get(0).toNanos() / 1e9);
            third.add(clock.sleeps().get(2).toNanos() / 1e9);
        }

        // Mean and largest of 2,000 draws from U(0,1) and U(0,4); five standard errors.
        assertThat(mean(first)).isCloseTo(0.5, within(5 * 0.289 / Math.sqrt(2_000)));
        assertThat(mean(third)).isCloseTo(2.0, within(5 * 1.155 / Math.sqrt(2_000)));
        assertThat(first).allMatch(it -> it >= 0 && it <= 1).anyMatch(it -> it > 0.99);
        assertThat(third).allMatch(it -> it >= 0 && it <= 4).anyMatch(it -> it > 3.96);
    }

    @Test
    void neverWaitsLongerThanTheMost() {
        var model = ScriptedModel.failing(down);

        assertThatThrownBy(() -> retry.attempts(80)
                        .backoff(Duration.ofSeconds(1), Duration.ofSeconds(3))
                        .deadline(Duration.ofDays(1))
                        .around(model)
                        .chat(REQUEST))
                .isSameAs(down);
        assertThat(time.sleeps()).hasSizeGreaterThan(70).allMatch(it -> it.compareTo(Duration.ofSeconds(3)) <= 0);
    }

    @Test
    void waitsTheSameTimesForTheSameSeed() {
        var other = new VirtualTime();
        var model = ScriptedModel.failing(down);

        assertThatThrownBy(() -> retry.around(model).chat(REQUEST)).isSameAs(down);
        assertThatThrownBy(() ->
                        Retry.standard().time(other).seed(42).around(model).chat(REQUEST))
                .isSameAs(down);

        assertThat(other.sleeps()).isEqualTo(time.sleeps()).hasSize(5);
    }

    @Test
    void comesBackNotBeforeTheEndpointAskedToAndSoonAfter() {
        var model = ScriptedModel.failing(refused(Map.of("retry-after", List.of("7"))))
                .answers("fine");

        retry.backoff(Duration.ofSeconds(1), Duration.ofSeconds(60))
                .around(model)
                .chat(REQUEST);

        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
    }

    @Test
    void givesUpAtOnceWhenTheEndpointAsksToWaitBeyondTheDeadline() {
        var refused = refused(Map.of("Retry-After", List.of("3600")));
        var model = ScriptedModel.failing(refused);

        assertThatThrownBy(() -> retry.around(model).chat(REQUEST)).isSameAs(refused);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void startsNoAttemptAfterTheDeadline() {
        var model = ScriptedModel.named("slow").does(request -> {
            time.pass(Duration.ofSeconds(40));
            throw down;
        });

        assertThatThrownBy(() -> retry.attempts(100)
                        .deadline(Duration.ofSeconds(100))
                        .around(model)
                        .chat(REQUEST))
                .isSameAs(down);
        assertThat(model.calls()).isEqualTo(3);
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(140));
    }

    @Test
    void doesNotPayForADeterministicFailureAThousandTimes() {
        var call = new int[1];
        var model = ScriptedModel.named("m").does(request -> {
            throw new InvalidRequestException("request req_" + (1_000 + call[0]++) + " is bad: secret");
        });
        var decorated = retry.identicalFailures(5).around(model);

        for (var example = 0; example < 5; example++) {
            assertThatThrownBy(() -> decorated.chat(REQUEST)).isInstanceOf(InvalidRequestException.class);
        }
        for (var example = 0; example < 1_000; example++) {
            assertThatExceptionOfType(RepeatedFailureException.class)
                    .isThrownBy(() -> decorated.chat(REQUEST))
                    .withMessage("the call was not made: 5 calls in a row failed with the same "
                            + InvalidRequestException.class.getName())
                    .satisfies(refused -> assertThat(refused.failures()).isEqualTo(5));
        }
        assertThat(model.calls()).isEqualTo(5);
    }

    @Test
    void looksOnceAMinuteWhetherARepeatedFailureIsGone() {
        var model = ScriptedModel.named("m").throwing(down, 6 * 2 + 1).answers("fine");
        var decorated = retry.identicalFailures(2).around(model);
        assertThatThrownBy(() -> decorated.chat(REQUEST)).isSameAs(down);
        assertThatThrownBy(() -> decorated.chat(REQUEST)).isSameAs(down);
        assertThat(model.calls()).isEqualTo(12);

        time.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> decorated.chat(REQUEST)).isSameAs(down);
        assertThat(model.calls()).as("a probe is made once").isEqualTo(13);
        assertThatThrownBy(() -> decorated.chat(REQUEST)).isInstanceOf(RepeatedFailureException.class);

        time.pass(Duration.ofMinutes(1));
        assertThat(decorated.chat(REQUEST).aiMessage().text()).isEqualTo("fine");
        assertThat(decorated.chat(REQUEST).aiMessage().text()).isEqualTo("fine");
    }

    @Test
    void doesNotCountFailuresThatHaveAnswersBetweenThemOrDiffer() {
        var bad = new InvalidRequestException("bad");
        var other = new InvalidRequestException("other");
        var model = ScriptedModel.named("m")
                .throwing(bad)
                .answers("a")
                .throwing(bad)
                .throwing(other)
                .throwing(bad)
                .answers("b");
        var decorated = retry.identicalFailures(2).around(model);

        for (var outcome : List.of("bad", "a", "bad", "other", "bad", "b")) {
            if (outcome.length() == 1) {
                assertThat(decorated.chat("hello")).isEqualTo(outcome);
            } else {
                assertThatThrownBy(() -> decorated.chat("hello")).hasMessage(outcome);
            }
        }
    }

    @Test
    void keepsTheInterruptFlag() {
        var model = ScriptedModel.named("m").does(request -> {
            Thread.currentThread().interrupt();
            throw down;
        });

        assertThatThrownBy(() -> retry.around(model).chat(REQUEST)).hasMessage("interrupted while a call waited");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void tellsOfEachRetry() {
        var events = new ArrayList<CallEvent>();
        var model = ScriptedModel.failing(down).answers("fine");

        Decorators.of(retry).listener(events::add).around(model).chat(REQUEST);

        assertThat(events.get(0)).isInstanceOfSatisfying(CallEvent.Retrying.class, it -> {
            assertThat(it.attempt()).isEqualTo(1);
            assertThat(it.error()).isEqualTo(InternalServerException.class);
            assertThat(it.delay()).isEqualTo(time.sleeps().get(0));
        });
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> retry.attempts(0)).hasMessage("expected 1 attempt or more, found 0");
        assertThatThrownBy(() -> retry.identicalFailures(0))
                .hasMessage("expected 1 identical failure or more, found 0");
        assertThatThrownBy(() -> retry.deadline(Duration.ofSeconds(-1)))
                .hasMessage("expected a deadline of 0 or more, found PT-1S");
        assertThatThrownBy(() -> retry.backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageStartingWith("expected a first backoff of 0 or more");
    }

    private static RuntimeException refused(Map<String, List<String>> headers) {
        return new RateLimitException(new EndpointException(new HttpException(429, "slow"), Headers.of(headers)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(it -> it).average().orElseThrow();
    }
}
