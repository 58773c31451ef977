package io.llmops.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Works on items, several at once. Workers pull: an item is asked for when somebody is free to work on it, so that
 * nothing waits in a queue and at most as many items as workers are in memory. At no moment are more items begun and not
 * saved than may be worked on at once: a worker may leave its result with whoever writes and go on, but only while
 * that holds.
 *
 * <p>Workers are started as long as nobody has finished or items take their time; items that take no time are worked on by
 * a few, for more would stand in each other's way. All have ended when {@link #run} returns, but for those that were interrupted and did not end within the grace
 * period: they are abandoned, and named by {@link #abandoned}. Used once.
 */
final class Engine<T, U> {

    /** Items that take longer than it takes to start a thread are worth another worker; one alone may have been bad luck. */
    private static final long WORTH_A_THREAD_NANOS = 100_000;

    private static final long STALLED_MILLIS = 10;

    /** After so many items that took no time a worker leaves, if more than a few are there. */
    private static final int ENOUGH_QUICK = 100;

    private static final int FEW = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** How many items at once, on which threads, and for how long. */
    record Settings(int concurrency, ThreadFactory threads, Limits limits) {}

    /** How long an item and the whole may take, and how long to wait for what was interrupted. */
    record Limits(Optional<Duration> item, Optional<Duration> whole, Duration grace) {}

    private final Settings settings;
    private final Iterator<T> items;
    private final EngineJob<T, U> job;
    private final EngineSink<U> sink;
    private final Object lock = new Object();
    private final Object sinkLock = new Object();
    private final UnderWay<T> workers;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private final FirstFailure failure = new FirstFailure();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger(); // workers that wait until an item may be begun
    private int active;
    private long taken;
    private volatile long finished;
    private long finishedAtStart = -1;
    private boolean exhausted;
    private boolean stopping;
    private volatile boolean patient; // whether a result may wait to be written, so that somebody has to look
    private volatile boolean interrupting;
    private @Nullable String reason;

    Engine(Settings settings, Iterator<T> items, EngineJob<T, U> job, EngineSink<U> sink) {
        this.settings = settings;
        this.items = items;
        this.job = job;
        this.sink = sink;
        workers = new UnderWay<>(settings.limits());
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
                    lock.wait(millisToWait());
                    if (active > 0 && mayStartOne() && workers.areAllSlow(STALLED_MILLIS)) {
                        startOne();
                    }
                    watch();
                    writeOut();
                }
            }
            for (var thread : List.copyOf(threads)) {
                thread.join();
            }
            writeOut();
        } catch (InterruptedException e) {
            cancel();
        }
        failure.rethrow();
        return Optional.ofNullable(reason);
    }

    private void writeOut() {
        try {
            sink.writeOut();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** {@return the names of the threads that were left behind} */
    List<String> abandoned() {
        synchronized (lock) {
            return List.copyOf(abandoned);
        }
    }

    /** Returns how long to wait until something is late, or to look whether all are slow or results wait; 0 is for ever. */
    private long millisToWait() {
        var next = workers.millisToNextEvent();
        if (mayStartOne() || patient) {
            return Math.max(1, Math.min(STALLED_MILLIS, next));
        }
        return next == Long.MAX_VALUE ? 0 : Math.max(1, next);
    }

    private boolean mayStartOne() {
        return !stopping && !exhausted && workers.size() < settings.concurrency();
    }

    /** Interrupts what is late, gives up what did not end, stops when the time of the whole is up. Holds the lock. */
    private void watch() {
        if (workers.isOver() && !interrupting) {
            reason = "it took longer than " + settings.limits().whole().orElseThrow();
            interruptAll();
        }
        workers.expire().forEach(this::abandon);
    }

    private void abandon(Task<T> task) {
        abandoned.add(task.thread().getName());
        threads.remove(task.thread());
        busy.decrementAndGet();
        active--;
        if (!stopping) {
            startOne();
            start(() -> giveUp(task));
        }
    }

    /** Says what came of an item that was given up; by a thread of its own, for the sink may take its time. */
    private void giveUp(Task<T> task) {
        try {
            accept(task.index(), job.late(task.item(), Optional.empty()), false);
        } catch (Throwable e) {
            fail(e);
        } finally {
            end();
        }
    }

    private void startOne() {
        finishedAtStart = finished;
        var place = workers.place();
        start(() -> workOff(place));
    }

    private void start(Runnable work) {
        var thread = settings.threads().newThread(work);
        threads.add(thread);
        active++;
        thread.start();
    }

    private void workOff(UnderWay.Place<T> place) {
        var pace = 0; // how many items in a row took their time; below 0, took none
        while (true) {
            Task<T> task = null;
            try {
                task = take(place, pace);
                if (task == null) {
                    break;
                }
                if (!work(task, pace)) {
                    return; // given up meanwhile, and nobody waits for this thread any more
                }
                pace = task.took() > WORTH_A_THREAD_NANOS ? Math.max(0, pace) + 1 : Math.min(0, pace) - 1;
                busy.decrementAndGet();
            } catch (Throwable e) {
                fail(e);
                if (task != null && !task.settle()) {
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

    private @Nullable Task<T> take(UnderWay.Place<T> place, int pace) throws InterruptedException {
        while (true) {
            int unsaved;
            synchronized (lock) {
                if (stopping || !items.hasNext()) {
                    exhausted = true;
                    return null;
                }
                if (pace < -ENOUGH_QUICK && workers.size() > FEW) {
                    workers.leave(place);
                    return null;
                }
                if (!sink.mayBegin(taken)) {
                    held.incrementAndGet(); // first, so that either it sees that an item may begin or is seen
                    if (!sink.mayBegin(taken)) {
                        lock.wait();
                    }
                    held.decrementAndGet();
                    continue;
                }
                var working = busy.get(); // first, so that what is saved meanwhile counts twice and never not at all
                unsaved = sink.unsaved();
                if (working + unsaved < settings.concurrency()) {
                    busy.incrementAndGet();
                    var task = new Task<>(items.next(), taken++, Thread.currentThread(), workers.elapsed());
                    place.begin(task);
                    if (mayStartOne() && (pace > 1 || finished == finishedAtStart)) {
                        startOne();
                    }
                    return task;
                }
            }
            sink.awaitUnsavedBelow(unsaved);
        }
    }

    /** Returns false if the task was given up meanwhile. */
    private boolean work(Task<T> task, int pace) {
        var result = job.work(task.item());
        task.end(workers.elapsed());
        var quick = pace < -ENOUGH_QUICK && task.took() <= WORTH_A_THREAD_NANOS;
        if (!task.settle()) {
            return false;
        }
        if (interrupting) {
            if (job.isGenuine(result)) {
                accept(task.index(), result, quick);
            }
        } else {
            accept(task.index(), task.isExpired() ? job.late(task.item(), Optional.of(result)) : result, quick);
        }
        return true;
    }

    /** Gives a result to the sink; where items take no time it may wait a little, as long as others have room. */
    private void accept(long index, U result, boolean quick) {
        if (quick && !patient) {
            synchronized (lock) {
                patient = true;
                lock.notifyAll();
            }
        }
        sink.save(result, quick ? settings.concurrency() / 2 : 0);
        Optional<String> stop;
        synchronized (sinkLock) {
            stop = sink.accept(index, result);
            finished++;
        }
        stop.ifPresent(this::stop);
        if (held.get() > 0) {
            synchronized (lock) {
                lock.notifyAll();
            }
        }
    }

    private void stop(String why) {
        synchronized (lock) {
            reason = reason == null ? why : reason;
            stopping = true;
            lock.notifyAll();
        }
    }

    /**
     * Begins nothing more, and interrupts what has not ended after the grace period; for another thread than those that
     * work here. Returns when all has ended or was interrupted.
     */
    void endSoon(String why) throws InterruptedException {
        var deadline = System.nanoTime() + settings.limits().grace().toNanos();
        synchronized (lock) {
            stop(why);
            while (active > 0 && System.nanoTime() < deadline) {
                lock.wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
            if (active > 0) {
                interruptAll();
            }
        }
    }

    private void fail(Throwable e) {
        failure.add(e);
        synchronized (lock) {
            interruptAll();
        }
    }

    private void interruptAll() {
        stopping = true;
        interrupting = true;
        workers.expireAll();
        lock.notifyAll();
    }

    private void cancel() {
        var deadline = System.nanoTime() + settings.limits().grace().toNanos();
        List<Thread> left;
        synchronized (lock) {
            interruptAll();
            left = List.copyOf(threads);
        }
        try {
            for (var thread : left) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException again) {
            // the second interruption means now
        }
        var alive = left.stream().filter(Thread::isAlive).count();
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted after " + finished + " examples"
                + (alive == 0
                        ? ""
                        : "; " + alive + " threads did not end within "
                                + settings.limits().grace()));
    }
}
