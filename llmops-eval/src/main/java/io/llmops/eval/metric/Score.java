package io.llmops.eval.metric;

import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What a scorer says about one observation: a number, that it can't tell, or that it broke. Immutable. */
public sealed interface Score {

    /**
     * A number.
     *
     * @param value finite, in the scorer's range
     */
    record Scored(double value) implements Score {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if the value is not finite
         */
        public Scored {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("expected a finite score, found " + value);
            }
        }
    }

    /**
     * No number, on purpose.
     *
     * @param reason why, for a person to read
     */
    record Abstained(String reason) implements Score {

        /** Refuses null. */
        public Abstained {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No number, because something went wrong.
     *
     * @param reason what went wrong, for a person to read
     */
    record Failed(String reason) implements Score {

        /** Refuses null. */
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Returns a number as a score.
     *
     * @param value finite
     * @return the score
     */
    static Score of(double value) {
        return new Scored(value);
    }

    /**
     * Returns 1 for right and 0 for wrong.
     *
     * @param right whether the answer is right
     * @return the score
     */
    static Score of(boolean right) {
        return new Scored(right ? 1 : 0);
    }

    /**
     * Returns what the function for this kind of score returns.
     *
     * @param scored takes the number
     * @param abstained takes the reason
     * @param failed takes the reason
     * @param <T> the type of the result
     * @return the result of the one function that was called
     */
    default <T> T match(
            DoubleFunction<? extends T> scored,
            Function<String, ? extends T> abstained,
            Function<String, ? extends T> failed) {
        if (this instanceof Scored s) {
            return scored.apply(s.value());
        }
        return this instanceof Abstained a ? abstained.apply(a.reason()) : failed.apply(((Failed) this).reason());
    }
}
