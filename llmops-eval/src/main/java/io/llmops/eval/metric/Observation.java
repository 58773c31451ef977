package io.llmops.eval.metric;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One example with all that was seen of it when a pipeline ran. Immutable, if the values are.
 *
 * @param example what was tried
 * @param repeat which repeat of the example this is, from 0
 * @param trace what the stages returned, how long they took, what they used
 * @param scores what each scorer said, in the order of their names
 * @param <I> the type of the input
 * @param <O> the type of the answer
 * @param <R> the type of the reference
 */
public record Observation<I, O, R>(Example<I, R> example, int repeat, Trace<O> trace, SortedMap<String, Score> scores) {

    /**
     * Copies the scores.
     *
     * @throws IllegalArgumentException if the repeat is negative
     */
    public Observation {
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(trace, "trace");
        if (repeat < 0) {
            throw new IllegalArgumentException("expected a repeat of 0 or more, found " + repeat);
        }
        scores = scores.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /**
     * Returns an observation of which only the outcome is known.
     *
     * @param example what was tried
     * @param outcome what came of it
     * @param <I> the type of the input
     * @param <O> the type of the answer
     * @param <R> the type of the reference
     * @return the observation
     */
    public static <I, O, R> Observation<I, O, R> of(Example<I, R> example, Outcome<O> outcome) {
        return of(example, new Trace<>(outcome, List.of(), Usage.NONE));
    }

    /**
     * Returns the first observation of an example, without scores.
     *
     * @param example what was tried
     * @param trace what was seen
     * @param <I> the type of the input
     * @param <O> the type of the answer
     * @param <R> the type of the reference
     * @return the observation
     */
    public static <I, O, R> Observation<I, O, R> of(Example<I, R> example, Trace<O> trace) {
        return new Observation<>(example, 0, trace, Collections.emptySortedMap());
    }

    /**
     * Returns this observation with other scores.
     *
     * @param newScores what each scorer said, by its name
     * @return the changed copy
     */
    public Observation<I, O, R> withScores(Map<String, Score> newScores) {
        return new Observation<>(example, repeat, trace, new TreeMap<>(newScores));
    }

    /** {@return the example's id} */
    public String id() {
        return example.id();
    }

    /** {@return the right answer} */
    public R reference() {
        return example.reference();
    }

    /** {@return what came of it} */
    public Outcome<O> outcome() {
        return trace.outcome();
    }

    /** {@return what the stages used} */
    public Usage usage() {
        return trace.usage();
    }

    /** {@return the time the stages took together} */
    public Duration time() {
        return trace.time();
    }

    /** {@return whether there is an answer and it equals the reference, as text} */
    public boolean isRight() {
        return outcome()
                .match(
                        answer ->
                                answer.equals(reference()) || answer.toString().equals(String.valueOf(reference())),
                        reason -> false,
                        (stage, reason) -> false);
    }
}
