package io.llmops.core.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Where a stage that calls a model says what it used: {@code UsageMeter.record(usage)}. {@link Pipeline#trace} sums up
 * what is recorded on its thread while it runs; outside of one, recording does nothing. Safe for use by many threads.
 */
public final class UsageMeter {

    private static final ThreadLocal<@Nullable Usage> CURRENT = new ThreadLocal<>();

    private UsageMeter() {}

    /**
     * Adds to what the pipeline running on this thread has used.
     *
     * @param usage what was used
     */
    public static void record(Usage usage) {
        var sum = CURRENT.get();
        if (sum != null) {
            CURRENT.set(sum.plus(usage));
        }
    }

    /** Starts counting on this thread and returns what an outer pipeline had counted, or null. */
    static @Nullable Usage begin() {
        var outer = CURRENT.get();
        CURRENT.set(Usage.NONE);
        return outer;
    }

    /** Stops counting, hands the sum to the outer pipeline as well, and returns it. */
    static Usage end(@Nullable Usage outer) {
        var sum = CURRENT.get();
        var used = sum == null ? Usage.NONE : sum;
        CURRENT.set(outer == null ? null : outer.plus(used)); // not removed: the next pipeline sets it again
        return used;
    }
}
