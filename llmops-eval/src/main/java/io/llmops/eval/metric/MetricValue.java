package io.llmops.eval.metric;

import io.llmops.eval.stats.Interval;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a metric says about a set of observations: an estimate, or that there is none. Immutable. */
public sealed interface MetricValue {

    /**
     * A number with its uncertainty.
     *
     * @param value the number, finite
     * @param interval where the true value lies; empty where no method can say, e.g. the mean of one unbounded score
     * @param n how many observations the number is about (of a recall: those of the class)
     * @param excluded how many observations were left out because nobody knows their score
     * @param reach the values the number could have had, had the failed observations been answered
     */
    record Estimate(double value, Optional<Interval> interval, long n, long excluded, Reach reach)
            implements MetricValue {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the value is not finite or a count is negative
         */
        public Estimate {
            Objects.requireNonNull(interval, "interval");
            Objects.requireNonNull(reach, "reach");
            if (!Double.isFinite(value) || n < 0 || excluded < 0) {
                throw new IllegalArgumentException("expected a finite value and counts of 0 or more, found " + value
                        + ", n " + n + ", excluded " + excluded);
            }
        }

        /**
         * Returns an estimate that no failed observation could have changed.
         *
         * @param value the number
         * @param interval where the true value lies
         * @param n how many observations the number is about
         * @return the estimate
         */
        public static Estimate of(double value, Interval interval, long n) {
            return new Estimate(value, Optional.of(interval), n, 0, Reach.at(value));
        }

        /**
         * Returns this estimate with another reach.
         *
         * @param newReach the values the number could have had
         * @return the changed copy
         */
        public Estimate withReach(Reach newReach) {
            return new Estimate(value, interval, n, excluded, newReach);
        }
    }

    /**
     * No number, and why.
     *
     * @param reason for a person to read
     */
    record Undefined(String reason) implements MetricValue {

        /** Refuses null. */
        public Undefined {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The values a number could have had, had the failed observations been answered: worst and best.
     *
     * @param lowest the lowest value
     * @param highest the highest value
     */
    record Reach(double lowest, double highest) {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the lowest is above the highest, or one is NaN
         */
        public Reach {
            if (!(lowest <= highest)) {
                throw new IllegalArgumentException(
                        "expected a lowest up to the highest, found " + lowest + ", " + highest);
            }
        }

        /**
         * Returns the reach of a number that nothing could have changed.
         *
         * @param value the number
         * @return the reach
         */
        public static Reach at(double value) {
            return new Reach(value, value);
        }
    }

    /**
     * Returns what the function for this kind of value returns.
     *
     * @param estimate takes the estimate
     * @param undefined takes the reason
     * @param <T> the type of the result
     * @return the result of the one function that was called
     */
    default <T> T match(Function<Estimate, ? extends T> estimate, Function<String, ? extends T> undefined) {
        return this instanceof Estimate known ? estimate.apply(known) : undefined.apply(((Undefined) this).reason());
    }

    /** {@return the estimate, or empty if there is none} */
    default Optional<Estimate> estimate() {
        return match(Optional::of, reason -> Optional.empty());
    }
}
