package io.llmops.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places at which workers work, and when what they work on is late. Times are nanoseconds since this object was made.
 * Workers begin tasks at their places; beyond that: Not safe for use by many threads.
 */
final class UnderWay<T> {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final Engine.Limits limits;
    private final long start = System.nanoTime();
    private final List<Place<T>> places = new ArrayList<>();
    private boolean allExpired;

    UnderWay(Engine.Limits limits) {
        this.limits = limits;
    }

    /** What one worker works on. Safe for use by many threads. */
    static final class Place<T> {

        private volatile @Nullable Task<T> task;

        void begin(Task<T> next) {
            task = next;
        }

        private boolean hasWorkedSince(long latest) {
            var current = task;
            return current != null && !current.isSettled() && current.begun() <= latest;
        }

        private boolean isIdle() {
            var current = task;
            return current == null || current.isSettled();
        }
    }

    /** Makes a place for one more worker. */
    Place<T> place() {
        var place = new Place<T>();
        places.add(place);
        return place;
    }

    /** Takes a place away, whose worker ends. */
    void leave(Place<T> place) {
        places.remove(place);
    }

    /** Returns how many places there are. */
    int size() {
        return places.size();
    }

    long elapsed() {
        return System.nanoTime() - start;
    }

    /** Returns whether everybody has worked on the same thing for some time. */
    boolean areAllSlow(long millis) {
        var latest = elapsed() - millis * NANOS_IN_MILLI;
        return places.stream().allMatch(place -> place.hasWorkedSince(latest));
    }

    /** Returns whether the time of the whole is up. */
    boolean isOver() {
        return limits.whole().isPresent() && elapsed() >= limits.whole().get().toNanos();
    }

    /** Returns how long nothing will be late, whatever is begun meanwhile; the greatest number if nothing ever will. */
    long millisToNextEvent() {
        var now = elapsed();
        var next =
                limits.whole().isPresent() && !allExpired ? limits.whole().get().toNanos() : Long.MAX_VALUE;
        for (var place : places) {
            next = Math.min(next, nextEvent(place.task, now));
        }
        return next == Long.MAX_VALUE ? next : Math.max(0, next - now + NANOS_IN_MILLI - 1) / NANOS_IN_MILLI;
    }

    /** When the task, or one begun after it, has to be interrupted, or, if it was, given up. */
    private long nextEvent(@Nullable Task<T> task, long now) {
        if (task != null && task.isExpired() && !task.isSettled()) {
            return task.expired() + limits.grace().toNanos();
        }
        if (limits.item().isEmpty()) {
            return Long.MAX_VALUE;
        }
        return (task == null || task.isSettled() ? now : task.begun())
                + limits.item().get().toNanos();
    }

    /** Interrupts everything; after that the time of the whole matters no more. */
    void expireAll() {
        allExpired = true;
        var now = elapsed();
        for (var place : places) {
            var task = place.task;
            if (task != null) {
                task.expire(now);
            }
        }
    }

    /** Interrupts what is late, and returns what did not end in time after it was interrupted: it has lost its place. */
    List<Task<T>> expire() {
        var now = elapsed();
        var givenUp = new ArrayList<Task<T>>();
        for (var place : List.copyOf(places)) {
            var task = place.task;
            if (task != null && !place.isIdle() && now >= nextEvent(task, now)) {
                if (!task.isExpired()) {
                    task.expire(now);
                } else if (task.abandon()) {
                    givenUp.add(task);
                    places.remove(place);
                }
            }
        }
        return givenUp;
    }
}
