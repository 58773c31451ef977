package io.llmops.eval.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * When a run was made, how long it took, how many examples were under way at once and what happened on the way: what may differ between two runs
 * of the same thing. Immutable.
 *
 * @param started when it started
 * @param took from start to end
 * @param concurrency how many examples were under way at once, at most
 * @param notes for a person to read, e.g. that a line of the log was corrupt
 */
public record Timing(Instant started, Duration took, int concurrency, List<String> notes) {

    /** Copies the notes. */
    public Timing {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(took, "took");
        notes = List.copyOf(notes);
    }
}
