package io.llmops.eval.stats;

import java.util.Objects;

/**
 * A range that holds the true value with a stated confidence, and the method that made it. Immutable.
 *
 * @param lower the lower bound, finite
 * @param upper the upper bound, finite, at least {@code lower}
 * @param level the confidence, above 0 and below 1
 * @param method the name of the method, for instance {@code wilson}
 */
public record Interval(double lower, double upper, double level, String method) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is not finite, if they are in the wrong order, if the level is out of
     *     range or the method blank
     */
    public Interval {
        Objects.requireNonNull(method, "method");
        Numbers.requireLevel(level);
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException(
                    "expected finite bounds in order, found [" + lower + ", " + upper + "] by " + method);
        }
        if (method.isBlank()) {
            throw new IllegalArgumentException("expected the name of a method, found '" + method + "'");
        }
    }

    /** {@return the distance between the bounds, 0 or more} */
    public double width() {
        return upper - lower;
    }

    /**
     * Returns whether a value lies within the bounds.
     *
     * @param value the value
     * @return true if it is at least the lower and at most the upper bound
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
