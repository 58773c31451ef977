package io.llmops.core.model.resilience;

import java.time.Duration;

/**
 * A token bucket that is reserved from: whoever takes more than is there is told when it will have been there. Starts
 * full with six seconds' worth, so that a minute's allowance is not spent in its first second. Safe for use by many
 * threads.
 */
final class Bucket {

    private static final double NANOS_A_MINUTE = 6e10;
    private static final double BURST_MINUTES = 0.1;

    private final double perNano;
    private final double full;
    private double level;
    private long filled;

    Bucket(long perMinute, long nanos) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("expected a rate of 1 a minute or more, found " + perMinute);
        }
        perNano = perMinute / NANOS_A_MINUTE;
        full = Math.max(1, perMinute * BURST_MINUTES);
        level = full;
        filled = nanos;
    }

    /** Takes an amount and returns how long it is until it is there. A negative amount is given back. */
    synchronized Duration take(double amount, long nanos) {
        if (nanos > filled) {
            level = Math.min(full, level + (nanos - filled) * perNano);
            filled = nanos;
        }
        level -= amount;
        return level >= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(-level / perNano));
    }
}
