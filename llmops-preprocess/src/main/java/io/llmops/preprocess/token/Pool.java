package io.llmops.preprocess.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Keeps things that are costly to make and serve one user at a time, such as a Lucene token stream: a thread takes one,
 * and gives it back when it is done. As many are kept as threads can run at once, whatever the number of threads. Safe for
 * use by many threads.
 */
final class Pool<T> {

    private static final int PROBES = 4;

    private final Supplier<T> factory;
    private final AtomicReferenceArray<T> slots;
    private final int mask;

    Pool(Supplier<T> factory) {
        this.factory = factory;
        var size = Integer.highestOneBit(4 * Runtime.getRuntime().availableProcessors());
        this.slots = new AtomicReferenceArray<>(Math.max(PROBES, size));
        this.mask = slots.length() - 1;
    }

    T take() {
        var slot = slot();
        for (var probe = 0; probe < PROBES; probe++) {
            var found = slots.getAndSet(slot + probe & mask, null);
            if (found != null) {
                return found;
            }
        }
        return factory.get();
    }

    /** Gives back what {@link #take} returned. What failed half-way is not given back. */
    void giveBack(T item) {
        var slot = slot();
        for (var probe = 0; probe < PROBES; probe++) {
            if (slots.compareAndSet(slot + probe & mask, null, item)) {
                return;
            }
        }
    }

    private static int slot() {
        var id = Thread.currentThread().hashCode();
        return id ^ id >>> 16;
    }
}
