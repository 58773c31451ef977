package io.llmops.core.model.resilience;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls may run at once: grows by one for each round of answers while it is used to the full, and is halved once
 * for each episode of being told that it is too many. Calls that began before a cut belong to the episode that caused it
 * and don't cut again. Safe for use by many threads.
 */
final class Concurrency {

    private static final double CUT = 0.5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final int most;
    private double limit;
    private int running;
    private int episode;

    /** One of the calls that run. */
    record Permit(int episode, boolean lastOne) {}

    Concurrency(int start, int most) {
        if (start < 1 || most < start) {
            throw new IllegalArgumentException(
                    "expected a concurrency of 1 or more and a most not below it, found " + start + " and " + most);
        }
        this.limit = start;
        this.most = most;
    }

    Permit acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running >= (int) limit) {
                freed.await();
            }
            running++;
            return new Permit(episode, running >= (int) limit);
        } finally {
            lock.unlock();
        }
    }

    void release() {
        lock.lock();
        try {
            running--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void answered(Permit permit) {
        lock.lock();
        try {
            if (permit.lastOne() && permit.episode() == episode) {
                limit = Math.min(most, limit + 1 / limit);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether this began an episode. */
    boolean refused(Permit permit) {
        lock.lock();
        try {
            if (permit.episode() != episode) {
                return false;
            }
            episode++;
            limit = Math.max(1, limit * CUT);
            return true;
        } finally {
            lock.unlock();
        }
    }

    int limit() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }
}
