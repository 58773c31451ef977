package io.llmops.eval.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Shares a count of tasks among threads, all of them stopped before it returns. Safe for use by many threads. */
final class Workers {

    private static final int SLICE = 64;

    /** Runs the tasks from one number (inclusive) to another (exclusive). */
    interface Range {
        void run(int from, int to);
    }

    private Workers() {}

    static void run(int count, int threads, Supplier<Range> perThread) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                Range range = perThread.get();
                for (int from = next.getAndAdd(SLICE);
                        from >= 0 && from < count && failure.get() == null;
                        from = next.getAndAdd(SLICE)) {
                    range.run(from, Math.min(count, from + SLICE));
                }
            } catch (RuntimeException | Error problem) {
                failure.compareAndSet(null, problem);
            }
        };
        int helpers = Math.min(threads, (count + SLICE - 1) / SLICE) - 1;
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            Thread thread = new Thread(worker, "llmops-resampling-" + i);
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        }
        worker.run();
        join(started, failure);
        Throwable problem = failure.get();
        if (problem instanceof RuntimeException exception) {
            throw exception;
        }
        if (problem instanceof Error error) {
            throw error;
        }
    }

    private static void join(List<Thread> started, AtomicReference<Throwable> failure) {
        boolean interrupted = false;
        for (Thread thread : started) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    interrupted = true;
                    failure.compareAndSet(null, new CancellationException("interrupted while resampling"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
