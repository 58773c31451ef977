package io.llmops.eval;

import io.llmops.core.pipeline.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an evaluation is. Immutable.
 *
 * @param done examples finished, those taken from a log included
 * @param total examples there are; empty while nobody knows (a streamed dataset)
 * @param resumed how many of those finished were taken from a log
 * @param abstained how many of those finished are abstentions
 * @param failed how many of those finished are failures
 * @param usage what this run has used up; what is in the log from an earlier one does not count
 * @param elapsed since the start
 */
public record Progress(
        long done, OptionalLong total, long resumed, long abstained, long failed, Usage usage, Duration elapsed) {

    private static final double NANOS = 1e9;

    /** {@return examples finished a second, those taken from a log left out; 0 at the start} */
    public double rate() {
        return elapsed.isZero() ? 0 : (done - resumed) * NANOS / elapsed.toNanos();
    }

    /** {@return how long the rest takes at this rate; empty while the total or the rate is not known} */
    public Optional<Duration> remaining() {
        if (total.isEmpty() || rate() == 0) {
            return Optional.empty();
        }
        var nanos = (total.getAsLong() - done) / rate() * NANOS;
        return Optional.of(Duration.ofNanos((long) nanos));
    }
}
