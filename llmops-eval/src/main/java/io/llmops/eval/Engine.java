package io.llmops.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on items, several at once. Workers pull: an item is asked for when somebody is free to work on it, so that
 * nothing waits in a queue and at most as many items as workers are in memory. Workers are started as items come. All
 * have ended when {@link #run} returns; if the caller is interrupted they are interrupted, given a grace period and then
 * abandoned. Used once. Not safe for use by many threads.
 */
final class Engine<T, U> {

    /** Takes each result, by one thread at a time. */
    @FunctionalInterface
    interface Sink<U> {
        void accept(long index, U result);
    }

    private final Iterator<T> items;
    private final Function<T, U> work;
    private final Sink<U> sink;
    private final int concurrency;
    private final ThreadFactory threads;
    private final Duration grace;
    private final Object lock = new Object();
    private final Object sinkLock = new Object();
    private final List<Thread> workers = new ArrayList<>();
    private int active;
    private long taken;
    private long finished;
    private boolean stopping;
    private @Nullable Throwable failure;

    /** How an engine works: how many items at once, on which threads, and how long it waits for them when interrupted. */
    record Settings(int concurrency, ThreadFactory threads, Duration grace) {}

    Engine(Settings settings, Iterator<T> items, Function<T, U> work, Sink<U> sink) {
        this.items = items;
        this.work = work;
        this.sink = sink;
        concurrency = settings.concurrency();
        threads = settings.threads();
        grace = settings.grace();
    }

    /**
     * Works on all items.
     *
     * @throws CancellationException if the caller was interrupted; the flag is set again
     */
    void run() {
        synchronized (lock) {
            startOne();
        }
        try {
            synchronized (lock) {
                while (active > 0) {
                    lock.wait();
                }
            }
            for (var worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            cancel();
        }
        rethrow();
    }

    private void startOne() {
        var worker = threads.newThread(this::workOff);
        workers.add(worker);
        active++;
        worker.start();
    }

    private void workOff() {
        try {
            var more = true;
            while (more) {
                more = workOnOne();
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            synchronized (lock) {
                active--;
                lock.notifyAll();
            }
        }
    }

    private boolean workOnOne() {
        T item;
        long index;
        synchronized (lock) {
            if (stopping || !items.hasNext()) {
                return false;
            }
            item = items.next();
            index = taken++;
            if (workers.size() < concurrency) {
                startOne();
            }
        }
        var result = work.apply(item);
        synchronized (sinkLock) {
            sink.accept(index, result);
            finished++;
        }
        return true;
    }

    private void fail(Throwable e) {
        synchronized (lock) {
            if (failure == null) {
                failure = e;
            } else if (!failure.equals(e)) {
                failure.addSuppressed(e);
            }
            stopping = true;
            workers.forEach(Thread::interrupt);
        }
    }

    private void cancel() {
        var deadline = System.nanoTime() + grace.toNanos();
        long abandoned;
        long done;
        synchronized (lock) {
            stopping = true;
            workers.forEach(Thread::interrupt);
            try {
                for (var left = grace.toMillis(); active > 0 && left > 0; left = millisUntil(deadline)) {
                    lock.wait(left);
                }
            } catch (InterruptedException again) {
                // the second interruption means now
            }
            abandoned = active;
        }
        synchronized (sinkLock) {
            done = finished;
        }
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted after " + done + " examples"
                + (abandoned == 0 ? "" : "; " + abandoned + " threads did not end within " + grace));
    }

    private static long millisUntil(long deadline) {
        return (deadline - System.nanoTime()) / 1_000_000;
    }

    private void rethrow() {
        synchronized (lock) {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}
