package io.llmops.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Works on items, several at once. Workers pull: an item is asked for when somebody is free to work on it, so that
 * nothing waits in a queue and at most as many items as workers are in memory. Workers are started as items come. All
 * have ended when {@link #run} returns, but for those that were interrupted and did not end within the grace period: they
 * are abandoned, and named by {@link #abandoned}. Used once.
 */
final class Engine<T, U> {

    /** What to do with an item, by many threads at once. */
    interface Job<T, U> {

        /** Returns the result of an item. */
        U work(T item);

        /** Returns the result of an item that took too long; what came of it after all, if it ended. */
        U late(T item, Optional<U> result);

        /** Returns whether a result that came while everything was interrupted is one, and no trace of the interruption. */
        boolean isGenuine(U result);
    }

    /** Takes each result, by one thread at a time. */
    @FunctionalInterface
    interface Sink<U> {

        /** Returns why to stop, if there is a reason. */
        Optional<String> accept(long index, U result);
    }

    /** How many items at once, on which threads, and for how long. */
    record Settings(int concurrency, ThreadFactory threads, Limits limits) {}

    /** How long an item and the whole may take, and how long to wait for what was interrupted. */
    record Limits(Optional<Duration> item, Optional<Duration> whole, Duration grace) {}

    private final Settings settings;
    private final Iterator<T> items;
    private final Job<T, U> job;
    private final Sink<U> sink;
    private final Object lock = new Object();
    private final Object sinkLock = new Object();
    private final List<Thread> workers = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private final UnderWay<T> underWay;
    private int active;
    private long taken;
    private long finished;
    private boolean stopping;
    private boolean interrupting;
    private @Nullable String reason;
    private @Nullable Throwable failure;

    Engine(Settings settings, Iterator<T> items, Job<T, U> job, Sink<U> sink) {
        this.settings = settings;
        this.items = items;
        this.job = job;
        this.sink = sink;
        underWay = new UnderWay<>(settings.limits());
    }

    /**
     * Works on all items.
     *
     * @return why it stopped before the last item, if it did
     * @throws CancellationException if the caller was interrupted; the flag is set again
     */
    Optional<String> run() {
        try {
            synchronized (lock) {
                startOne();
                while (active > 0) {
                    var millis = underWay.millisToNextEvent();
                    if (millis.isEmpty()) {
                        lock.wait();
                    } else if (millis.getAsLong() > 0) {
                        lock.wait(millis.getAsLong());
                    } else {
                        watch();
                    }
                }
            }
            for (var worker : List.copyOf(workers)) {
                worker.join();
            }
        } catch (InterruptedException e) {
            cancel();
        }
        rethrow();
        return Optional.ofNullable(reason);
    }

    /** {@return the names of the threads that were left behind} */
    List<String> abandoned() {
        synchronized (lock) {
            return List.copyOf(abandoned);
        }
    }

    /** Interrupts what is late, gives up what did not end, stops when the time of the whole is up. Holds the lock. */
    private void watch() {
        if (underWay.isOver() && !interrupting) {
            reason = "it took longer than " + settings.limits().whole().orElseThrow();
            interruptAll();
        }
        underWay.expire().forEach(this::abandon);
    }

    private void abandon(Task<T> task) {
        abandoned.add(task.thread().getName());
        workers.remove(task.thread());
        active--;
        if (!stopping) {
            startOne();
            var worker = settings.threads().newThread(() -> giveUp(task));
            active++;
            workers.add(worker);
            worker.start();
        }
    }

    /** Says what came of an item that was given up; by a thread of its own, for the sink may take its time. */
    private void giveUp(Task<T> task) {
        try {
            accept(task.index(), job.late(task.item(), Optional.empty()));
        } catch (Throwable e) {
            fail(e);
        } finally {
            end();
        }
    }

    private void startOne() {
        var worker = settings.threads().newThread(this::workOff);
        workers.add(worker);
        active++;
        worker.start();
    }

    private void workOff() {
        while (true) {
            Task<T> task = null;
            try {
                task = take();
                if (task == null) {
                    break;
                }
                if (!work(task)) {
                    return; // given up meanwhile, and nobody waits for this thread any more
                }
            } catch (Throwable e) {
                fail(e);
                if (task != null && !settled(task)) {
                    return;
                }
                break;
            }
        }
        end();
    }

    private void end() {
        synchronized (lock) {
            active--;
            lock.notifyAll();
        }
    }

    private @Nullable Task<T> take() {
        synchronized (lock) {
            if (stopping || !items.hasNext()) {
                return null;
            }
            var task = new Task<>(items.next(), taken++, Thread.currentThread(), underWay.elapsed());
            if (underWay.add(task)) {
                lock.notifyAll();
            }
            if (workers.size() < settings.concurrency()) {
                startOne();
            }
            return task;
        }
    }

    /** Returns false if the task was given up meanwhile. */
    private boolean work(Task<T> task) {
        var result = job.work(task.item());
        if (!settled(task)) {
            return false;
        }
        if (isInterrupting()) {
            if (job.isGenuine(result)) {
                accept(task.index(), result);
            }
        } else {
            accept(task.index(), task.isExpired() ? job.late(task.item(), Optional.of(result)) : result);
        }
        return true;
    }

    private boolean settled(Task<T> task) {
        var isMine = task.settle();
        synchronized (lock) {
            underWay.remove(task);
        }
        return isMine;
    }

    private boolean isInterrupting() {
        synchronized (lock) {
            return interrupting;
        }
    }

    private void accept(long index, U result) {
        Optional<String> stop;
        synchronized (sinkLock) {
            stop = sink.accept(index, result);
            finished++;
        }
        if (stop.isPresent()) {
            synchronized (lock) {
                reason = reason == null ? stop.get() : reason;
                stopping = true;
            }
        }
    }

    private void fail(Throwable e) {
        synchronized (lock) {
            if (failure == null) {
                failure = e;
            } else if (!failure.equals(e)) {
                failure.addSuppressed(e);
            }
            interruptAll();
        }
    }

    private void interruptAll() {
        stopping = true;
        interrupting = true;
        underWay.expireAll();
        lock.notifyAll();
    }

    private void cancel() {
        var deadline = System.nanoTime() + settings.limits().grace().toNanos();
        int left;
        long done;
        synchronized (lock) {
            interruptAll();
            try {
                for (var millis = millisUntil(deadline); active > 0 && millis > 0; millis = millisUntil(deadline)) {
                    lock.wait(millis);
                }
            } catch (InterruptedException again) {
                // the second interruption means now
            }
            left = active;
        }
        synchronized (sinkLock) {
            done = finished;
        }
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted after " + done + " examples"
                + (left == 0
                        ? ""
                        : "; " + left + " threads did not end within "
                                + settings.limits().grace()));
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
