package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.TimeoutException;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedModel;
import io.llmops.core.model.decorate.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void handsAnAnswerInTimeOn() {
        var model = TimeLimit.of(Duration.ofMinutes(1)).around(ScriptedModel.answering("fine"));

        assertThat(model.chat("hello")).isEqualTo("fine");
    }

    @Test
    void handsTheModelsExceptionOnAsItIs() {
        var failure = new IllegalStateException("down");
        var model = TimeLimit.of(Duration.ofMinutes(1)).around(ScriptedModel.failing(failure));

        assertThatThrownBy(() -> model.chat("hello")).isSameAs(failure);
    }

    @Test
    void interruptsAndCountsACallThatTakesTooLong() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var limit = TimeLimit.of(Duration.ofSeconds(30)).time(new VirtualTime()).executor(task -> {
            new Thread(() -> {
                        task.run();
                        ended.countDown();
                    })
                    .start();
            join(begun);
        });
        var model = limit.around(ScriptedModel.named("stuck").does(request -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            join(release);
            return ScriptedModel.response("late", 1, 1);
        }));

        assertThatThrownBy(() -> model.chat(REQUEST))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("expected an answer within PT30S, found none");
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(limit.abandoned()).isEqualTo(1);
        release.countDown();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(limit.abandoned()).isZero();
    }

    @Test
    void doesNotBeginACallThatWasGivenUpInTheQueue() {
        var queue = new ArrayList<Runnable>();
        var inner = ScriptedModel.answering("fine");
        var limit = TimeLimit.of(Duration.ofSeconds(30)).time(new VirtualTime()).executor(queue::add);

        assertThatThrownBy(() -> limit.around(inner).chat(REQUEST)).isInstanceOf(TimeoutException.class);
        queue.forEach(Runnable::run);

        assertThat(inner.calls()).isZero();
        assertThat(limit.abandoned()).isZero();
    }

    @Test
    void isRetriable() {
        var queue = new ArrayList<Runnable>();
        var time = new VirtualTime();
        var limit = TimeLimit.of(Duration.ofSeconds(30)).time(time).executor(task -> {
            queue.add(task);
            if (queue.size() == 2) {
                task.run();
            }
        });
        var model = Decorators.of(limit, Retry.standard().time(time)).around(ScriptedModel.answering("fine"));

        assertThat(model.chat("hello")).isEqualTo("fine");
        assertThat(queue).hasSize(2);
    }

    @Test
    void refusesNoTimeAtAll() {
        assertThatThrownBy(() -> TimeLimit.of(Duration.ZERO)).hasMessage("expected a limit above 0, found PT0S");
    }

    private static void join(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
