package io.llmops.eval;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While it is open, the process does not end (by Ctrl-C, by {@link System#exit}) before an engine has ended in order and
 * what it writes to was closed, or some seconds have passed. Safe for use by many threads.
 */
final class OrderlyExit implements AutoCloseable {

    private static final long LONGEST_SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "llmops-exit");
    private volatile @Nullable Engine<?, ?> engine;

    OrderlyExit() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already
        }
    }

    /** Names the engine that is to be ended; at most one. */
    void ends(Engine<?, ?> one) {
        engine = one;
    }

    private void end() {
        try {
            var running = engine;
            if (running != null) {
                running.endSoon("the process was told to end");
            }
            closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, and the hook has waited for this
        }
    }
}
