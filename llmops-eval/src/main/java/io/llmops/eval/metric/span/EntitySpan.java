package io.llmops.eval.metric.span;

import java.util.Comparator;
import java.util.Objects;

/**
 * A marked stretch of tokens or characters. Immutable.
 *
 * @param type what it is, e.g. {@code PER}
 * @param start the first position, from 0
 * @param end the position after the last, above {@code start}
 */
public record EntitySpan(String type, int start, int end) implements Comparable<EntitySpan> {

    private static final Comparator<EntitySpan> BY_PLACE = Comparator.comparingInt(EntitySpan::start)
            .thenComparingInt(EntitySpan::end)
            .thenComparing(EntitySpan::type);

    /**
     * Checks the positions.
     *
     * @throws IllegalArgumentException if the start is negative or the end not above it
     */
    public EntitySpan {
        Objects.requireNonNull(type, "type");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "expected a span from 0 or more to beyond its start, found [" + start + ", " + end + ")");
        }
    }

    /**
     * Returns how many positions two spans share.
     *
     * @param other any
     * @return 0 or more
     */
    public int overlap(EntitySpan other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    boolean hasBoundariesOf(EntitySpan other) {
        return start == other.start && end == other.end;
    }

    /** Orders by start, then end, then type. */
    @Override
    public int compareTo(EntitySpan other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@return e.g. {@code PER[3, 5)}} */
    @Override
    public String toString() {
        return type + "[" + start + ", " + end + ")";
    }
}
