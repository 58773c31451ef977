package io.llmops.core.model.decorate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The machine's own time. Safe for use by many threads. */
enum SystemTime implements Timekeeper {
    INSTANCE;

    @Override
    public Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (!time.isNegative() && !time.isZero()) {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
    }

    @Override
    public <T> T await(Future<T> task, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
