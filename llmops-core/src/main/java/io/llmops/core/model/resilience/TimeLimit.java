package io.llmops.core.model.resilience;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import io.llmops.core.model.decorate.Threads;
import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives up on a call that takes too long: it is interrupted, and LangChain4j's {@link TimeoutException}, which is
 * retriable, is thrown. A call that ignores interruption is abandoned on its daemon thread and counted by
 * {@link #abandoned} until it ends.
 *
 * <p>A call has a thread to itself (a virtual one where there are any) or runs where {@link #executor} says. Safe for use
 * by many threads.
 */
public final class TimeLimit implements Decorator {

    private final Duration limit;
    private final Executor executor;
    private final Timekeeper time;
    private final AtomicInteger abandoned = new AtomicInteger();

    private TimeLimit(Duration limit, Executor executor, Timekeeper time) {
        this.limit = limit;
        this.executor = Objects.requireNonNull(executor, "executor");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Returns a limit.
     *
     * @param limit how long a call may take; more than 0
     * @return the limit
     */
    public static TimeLimit of(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("expected a limit above 0, found " + limit);
        }
        return new TimeLimit(limit, Threads.oneEach(), Timekeeper.system());
    }

    /**
     * Returns this with calls running elsewhere.
     *
     * @param other runs the calls; time spent in its queue counts
     * @return the changed copy
     */
    public TimeLimit executor(Executor other) {
        return new TimeLimit(limit, other, time);
    }

    /**
     * Returns this with another time.
     *
     * @param other waits for calls
     * @return the changed copy
     */
    public TimeLimit time(Timekeeper other) {
        return new TimeLimit(limit, executor, other);
    }

    /** {@return how many calls that were given up on are still running} */
    public int abandoned() {
        return abandoned.get();
    }

    @Override
    public Layer layer() {
        return Layer.TIMEOUT;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        var attempt = new Attempt(call, next);
        executor.execute(attempt.task);
        try {
            return time.await(attempt.task, limit);
        } catch (java.util.concurrent.TimeoutException e) {
            attempt.giveUp();
            throw new TimeoutException("expected an answer within " + limit + ", found none");
        } catch (InterruptedException e) {
            attempt.giveUp();
            throw Waiting.interrupted(e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(ExecutionException wrapped) {
        var cause = wrapped.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new LangChain4jException(cause);
    }

    /** One call, which is counted while it runs on after it was given up. */
    private final class Attempt {

        private final FutureTask<ChatResponse> task;
        private boolean running;
        private boolean givenUp;

        Attempt(ChatCall call, Next next) {
            task = new FutureTask<>(() -> {
                if (!begin()) {
                    throw new IllegalStateException("given up before it began");
                }
                try {
                    return next.chat(call);
                } finally {
                    end();
                }
            });
        }

        synchronized void giveUp() {
            givenUp = true;
            if (running) {
                abandoned.incrementAndGet();
            }
            task.cancel(true);
        }

        private synchronized boolean begin() {
            running = !givenUp;
            return running;
        }

        private synchronized void end() {
            running = false;
            if (givenUp) {
                abandoned.decrementAndGet();
            }
        }
    }
}
