package io.llmops.core.model.resilience;

import java.time.Duration;
import java.util.SplittableRandom;

/** Exponential backoff with full jitter: a time drawn evenly from 0 to the first times 2 for each attempt, up to the most. */
record Backoff(Duration first, Duration most) {

    private static final int MOST_DOUBLINGS = 40;

    Backoff {
        if (first.isNegative() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "expected a first backoff of 0 or more and a longest not below it, found " + first + " and "
                            + most);
        }
    }

    Duration after(int attempt, SplittableRandom random) {
        var widest =
                Math.min((double) most.toNanos(), first.toNanos() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS)));
        return Duration.ofNanos((long) (widest * random.nextDouble()));
    }
}
