package io.llmops.core.model.decorate;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that end by themselves, so that nobody needs to stop them. Safe for use by many threads. */
public final class Threads {

    private static final long IDLE_MILLIS = 200;

    private static final Executor ONE_EACH = virtual();

    private Threads() {}

    /**
     * Returns an executor that gives each task a daemon thread for itself at once: a virtual one on Java 21 and later, else
     * one that has just done another task, if there is one, and ends when there was nothing to do for a moment. A task sees
     * its caller's context class loader; inheritable thread locals reach it on virtual threads only, and those of another
     * task's caller never.
     *
     * @return the executor
     */
    public static Executor oneEach() {
        return ONE_EACH;
    }

    private static Executor virtual() {
        try {
            return (Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return platform();
        }
    }

    private static Executor platform() {
        var threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), Threads::daemon);
        return task -> {
            var loader = Thread.currentThread().getContextClassLoader();
            threads.execute(() -> {
                Thread.currentThread().setContextClassLoader(loader);
                task.run();
            });
        };
    }

    private static Thread daemon(Runnable work) {
        var inheritsThreadLocals = false; // of the caller that happened to need one more
        var thread = new Thread(null, work, "llmops-call", 0, inheritsThreadLocals);
        thread.setDaemon(true);
        return thread;
    }
}
