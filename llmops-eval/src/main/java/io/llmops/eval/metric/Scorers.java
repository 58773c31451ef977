package io.llmops.eval.metric;

import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;

/** The shelf of scorers for any task, and the way to make one of a function. Safe for use by many threads. */
public final class Scorers {

    private Scorers() {}

    /** {@return 1 if the answer equals the reference, else 0; name {@code exact_match}} */
    public static Scorer<Object, Object> exactMatch() {
        return of(
                new MetricDescription(
                        "exact_match",
                        Direction.HIGHER_IS_BETTER,
                        Range.UNIT,
                        "answers that equal the reference / all observations"),
                (answer, reference) -> answer.equals(reference) ? 1 : 0);
    }

    /**
     * Returns 1 where a predicate holds, else 0.
     *
     * @param name of the score
     * @param predicate takes answer and reference
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the scorer, range 0 to 1
     */
    public static <O, R> Scorer<O, R> matching(String name, BiPredicate<? super O, ? super R> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return of(name, (answer, reference) -> predicate.test(answer, reference) ? 1 : 0);
    }

    /**
     * Returns a function as a scorer.
     *
     * @param name of the score
     * @param function takes answer and reference, returns a number from 0 to 1, higher is better
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the scorer, range 0 to 1
     */
    public static <O, R> Scorer<O, R> of(String name, ToDoubleBiFunction<? super O, ? super R> function) {
        return of(
                new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, "mean of the score '" + name + "'"),
                function);
    }

    /**
     * Returns a function as a scorer with a range and direction of its own.
     *
     * @param description name, direction, range and definition
     * @param function takes answer and reference, returns a number in the range
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the scorer
     */
    public static <O, R> Scorer<O, R> of(
            MetricDescription description, ToDoubleBiFunction<? super O, ? super R> function) {
        return new FunctionScorer<>(description, function);
    }
}
