package io.llmops.eval.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a run was made, how long it took and how many examples were under way at once: what may differ between two runs
 * of the same thing. Immutable.
 *
 * @param started when it started
 * @param took from start to end
 * @param concurrency how many examples were under way at once, at most
 */
public record Timing(Instant started, Duration took, int concurrency) {

    /** Refuses null. */
    public Timing {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(took, "took");
    }
}
