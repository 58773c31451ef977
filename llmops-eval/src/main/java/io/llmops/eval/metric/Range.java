package io.llmops.eval.metric;

/**
 * The values a score or metric can take, both ends included; an end may be infinite. Immutable.
 *
 * @param min the smallest value, not NaN
 * @param max the largest value, above {@code min}
 */
public record Range(double min, double max) {

    /** From 0 to 1. */
    public static final Range UNIT = new Range(0, 1);

    /** From −1 to 1. */
    public static final Range SIGNED_UNIT = new Range(-1, 1);

    /** From 0 without end. */
    public static final Range NOT_NEGATIVE = new Range(0, Double.POSITIVE_INFINITY);

    /** Any number. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if {@code min} is not below {@code max}
     */
    public Range {
        if (!(min < max)) {
            throw new IllegalArgumentException(
                    "expected a smallest value below the largest, found " + min + ", " + max);
        }
    }

    /** {@return whether both ends are finite} */
    public boolean isBounded() {
        return Double.isFinite(min) && Double.isFinite(max);
    }

    /**
     * Returns whether a value can be taken.
     *
     * @param value the value
     * @return true if it is a finite number from {@code min} to {@code max}
     */
    public boolean contains(double value) {
        return Double.isFinite(value) && min <= value && value <= max;
    }

    /**
     * Returns the nearest value that can be taken.
     *
     * @param value any number
     * @return the value, or the end it lies beyond
     */
    public double clamp(double value) {
        return Math.max(min, Math.min(max, value));
    }

    /** {@return e.g. {@code [0.0, 1.0]}} */
    @Override
    public String toString() {
        return "[" + min + ", " + max + "]";
    }
}
