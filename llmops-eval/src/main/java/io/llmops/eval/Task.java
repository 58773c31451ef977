package io.llmops.eval;

/** An item that a thread works on. Safe for use by many threads. */
final class Task<T> {

    private final T item;
    private final long index;
    private final Thread thread;
    private final long begun;
    private long ended;
    private boolean settled;
    private long expired = Long.MAX_VALUE;
    private boolean abandoned;

    Task(T item, long index, Thread thread, long begun) {
        this.item = item;
        this.index = index;
        this.thread = thread;
        this.begun = begun;
    }

    T item() {
        return item;
    }

    long index() {
        return index;
    }

    Thread thread() {
        return thread;
    }

    /** Returns when it was begun, in nanoseconds. */
    long begun() {
        return begun;
    }

    /** Told when the work is done, in nanoseconds; for the thread that does it, as {@link #took}. */
    void end(long now) {
        ended = now;
    }

    /** Returns how long the work took, in nanoseconds. */
    long took() {
        return ended - begun;
    }

    /** Returns when it was interrupted, in nanoseconds; the greatest number if it was not. */
    synchronized long expired() {
        return expired;
    }

    /**
     * Ends the work; false if it was abandoned before. The thread loses an interruption that was meant for this task: it
     * would close the file of a log.
     */
    @SuppressWarnings("ResultOfMethodCallIgnored") // it is called to clear the flag
    synchronized boolean settle() {
        settled = true;
        Thread.interrupted();
        return !abandoned;
    }

    /** Interrupts the thread, unless the work has ended. */
    synchronized void expire(long now) {
        if (!settled && expired == Long.MAX_VALUE) {
            expired = now;
            thread.interrupt();
        }
    }

    /** Gives the thread up; false if the work has ended after all. */
    synchronized boolean abandon() {
        abandoned = !settled;
        return abandoned;
    }

    synchronized boolean isSettled() {
        return settled;
    }

    synchronized boolean isExpired() {
        return expired != Long.MAX_VALUE;
    }
}
