package io.llmops.eval;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far an evaluation is. Immutable.
 *
 * @param done examples finished
 * @param total examples there are; empty while nobody knows (a streamed dataset)
 * @param abstained how many of those finished are abstentions
 * @param failed how many of those finished are failures
 * @param elapsed since the start
 */
public record Progress(long done, OptionalLong total, long abstained, long failed, Duration elapsed) {

    private static final double NANOS = 1e9;

    /** {@return examples finished a second, 0 at the start} */
    public double rate() {
        return elapsed.isZero() ? 0 : done * NANOS / elapsed.toNanos();
    }
}
