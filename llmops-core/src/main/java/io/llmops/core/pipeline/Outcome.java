package io.llmops.core.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What came of one input: an answer, an abstention (nobody knows, and says so), or a failure. Immutable, if the value
 * is.
 *
 * @param <O> the type of the answer
 */
public sealed interface Outcome<O> {

    /**
     * An answer.
     *
     * @param value the answer
     * @param <O> the type of the answer
     */
    record Answered<O>(O value) implements Outcome<O> {

        /** Refuses null. */
        public Answered {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * No answer, on purpose: an answer that could not be read, a classifier below its floor.
     *
     * @param reason why, for a person to read
     * @param <O> the type the answer would have had
     */
    record Abstained<O>(String reason) implements Outcome<O> {

        /** Refuses null. */
        public Abstained {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No answer, because a stage threw or gave up.
     *
     * @param stage the name of the stage
     * @param reason what went wrong, for a person to read
     * @param <O> the type the answer would have had
     */
    record Failed<O>(String stage, String reason) implements Outcome<O> {

        /** Refuses null. */
        public Failed {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Returns an answer.
     *
     * @param value the answer
     * @param <O> the type of the answer
     * @return the answered outcome
     */
    static <O> Outcome<O> answered(O value) {
        return new Answered<>(value);
    }

    /**
     * Returns an abstention.
     *
     * @param reason why, for a person to read
     * @param <O> the type the answer would have had
     * @return the abstained outcome
     */
    static <O> Outcome<O> abstained(String reason) {
        return new Abstained<>(reason);
    }

    /**
     * Returns a failure.
     *
     * @param stage the name of the stage that failed
     * @param reason what went wrong, for a person to read
     * @param <O> the type the answer would have had
     * @return the failed outcome
     */
    static <O> Outcome<O> failed(String stage, String reason) {
        return new Failed<>(stage, reason);
    }

    /**
     * Returns what the function for this kind of outcome returns.
     *
     * @param answered takes the value
     * @param abstained takes the reason
     * @param failed takes the stage and the reason
     * @param <T> the type of the result
     * @return the result of the one function that was called
     */
    default <T> T match(
            Function<? super O, ? extends T> answered,
            Function<String, ? extends T> abstained,
            BiFunction<String, String, ? extends T> failed) {
        if (this instanceof Answered<O> a) {
            return answered.apply(a.value());
        }
        if (this instanceof Abstained<O> a) {
            return abstained.apply(a.reason());
        }
        var f = (Failed<O>) this;
        return failed.apply(f.stage(), f.reason());
    }

    /**
     * Returns this outcome with its answer, if it has one, replaced by the function's.
     *
     * @param function takes the answer
     * @param <T> the type of the new answer
     * @return the mapped outcome; an abstention or a failure stays what it is
     */
    default <T> Outcome<T> map(Function<? super O, ? extends T> function) {
        return flatMap(value -> answered(function.apply(value)));
    }

    /**
     * Returns the function's outcome for the answer, if there is one.
     *
     * @param function takes the answer
     * @param <T> the type of the new answer
     * @return the function's outcome; an abstention or a failure stays what it is
     */
    default <T> Outcome<T> flatMap(Function<? super O, Outcome<T>> function) {
        return match(function, Outcome::abstained, Outcome::failed);
    }

    /** {@return the answer, or empty if there is none} */
    default Optional<O> answer() {
        return match(Optional::of, reason -> Optional.empty(), (stage, reason) -> Optional.empty());
    }
}
