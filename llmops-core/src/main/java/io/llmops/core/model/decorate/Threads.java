package io.llmops.core.model.decorate;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads that end with their task, so that nobody needs to stop them. Safe for use by many threads. */
public final class Threads {

    private static final Executor ONE_EACH = virtual();

    private Threads() {}

    /** {@return an executor that gives each task a daemon thread of its own, a virtual one on Java 21 and later} */
    public static Executor oneEach() {
        return ONE_EACH;
    }

    private static Executor virtual() {
        try {
            return (Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Threads::platform;
        }
    }

    private static void platform(Runnable task) {
        var thread = new Thread(task, "llmops-call");
        thread.setDaemon(true);
        thread.start();
    }
}
