package io.llmops.eval;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads an evaluation works on: virtual ones where the platform has them (21 and later), else daemons. */
final class WorkerThreads {

    static final String PREFIX = "llmops-";

    private WorkerThreads() {}

    static ThreadFactory factory() {
        try {
            var builder = Thread.class.getMethod("ofVirtual").invoke(null);
            var type = Class.forName("java.lang.Thread$Builder");
            var named = type.getMethod("name", String.class, long.class).invoke(builder, PREFIX, 1L);
            return (ThreadFactory) type.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException beforeJava21) {
            return platform();
        }
    }

    static ThreadFactory platform() {
        var number = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, PREFIX + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
