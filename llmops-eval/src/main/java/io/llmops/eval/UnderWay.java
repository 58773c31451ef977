package io.llmops.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The tasks that threads work on, in the order in which they were begun, and when each is late. Times are nanoseconds
 * since this object was made. Not safe for use by many threads.
 */
final class UnderWay<T> {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final Engine.Limits limits;
    private final long start = System.nanoTime();
    private final Set<Task<T>> tasks = new LinkedHashSet<>();
    private boolean allExpired;

    UnderWay(Engine.Limits limits) {
        this.limits = limits;
    }

    long elapsed() {
        return System.nanoTime() - start;
    }

    /** Returns whether somebody who waits for the next event has to think again. */
    boolean add(Task<T> task) {
        return tasks.add(task) && tasks.size() == 1 && limits.item().isPresent();
    }

    void remove(Task<T> task) {
        tasks.remove(task);
    }

    /** Returns whether the time of the whole is up. */
    boolean isOver() {
        return limits.whole().isPresent() && elapsed() >= limits.whole().get().toNanos();
    }

    /** Returns how long nothing will be late; empty if nothing ever will. */
    OptionalLong millisToNextEvent() {
        var next =
                limits.whole().isPresent() && !allExpired ? limits.whole().get().toNanos() : Long.MAX_VALUE;
        for (var task : tasks) {
            next = Math.min(next, nextEvent(task));
        }
        if (next == Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        var nanos = next - elapsed();
        return OptionalLong.of(nanos <= 0 ? 0 : nanos / NANOS_IN_MILLI + 1);
    }

    /** When the task has to be interrupted, or, if it was, given up. */
    private long nextEvent(Task<T> task) {
        if (task.isExpired()) {
            return task.expired() + limits.grace().toNanos();
        }
        return limits.item().isPresent() ? task.begun() + limits.item().get().toNanos() : Long.MAX_VALUE;
    }

    /** Interrupts everything; after that the time of the whole matters no more. */
    void expireAll() {
        allExpired = true;
        var now = elapsed();
        tasks.forEach(task -> task.expire(now));
    }

    /** Interrupts what is late, and returns what did not end in time after it was interrupted: it is given up. */
    List<Task<T>> expire() {
        var now = elapsed();
        var givenUp = new ArrayList<Task<T>>();
        for (var task : tasks) {
            if (now >= nextEvent(task)) {
                if (!task.isExpired()) {
                    task.expire(now);
                } else if (task.abandon()) {
                    givenUp.add(task);
                }
            }
        }
        givenUp.forEach(tasks::remove);
        return givenUp;
    }
}
