package io.llmops.core.model.decorate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Time that passes only by waiting. What is awaited and not done never will be. */
public final class VirtualTime implements Timekeeper {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!time.isNegative() && !time.isZero()) {
            sleeps.add(time);
            nanos += time.toNanos();
        }
    }

    @Override
    public synchronized <T> T await(Future<T> task, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!task.isDone()) {
            nanos += limit.toNanos();
            throw new TimeoutException();
        }
        return task.get();
    }

    public synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }

    public synchronized Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
