package io.llmops.core.model.decorate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * Tells the time and waits; a test hands in one that jumps. Implementations are safe for use by many threads.
 */
public interface Timekeeper {

    /** {@return the time of day} */
    Instant now();

    /** {@return nanoseconds since some fixed moment; never goes back} */
    long nanos();

    /**
     * Waits.
     *
     * @param time how long; not at all if zero or less
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Waits for something to be done.
     *
     * @param task what is to be done
     * @param limit how long to wait at most
     * @param <T> the type of its result
     * @return the result
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if the task threw
     * @throws TimeoutException if the limit passed first
     */
    <T> T await(Future<T> task, Duration limit) throws InterruptedException, ExecutionException, TimeoutException;

    /** {@return the machine's own} */
    static Timekeeper system() {
        return SystemTime.INSTANCE;
    }
}
