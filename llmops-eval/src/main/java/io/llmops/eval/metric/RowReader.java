package io.llmops.eval.metric;

/**
 * Turns an observation into the row of numbers that alone matters of it to a {@link RowMetric} or {@link MeanMetric}.
 * Implementations are safe for use by many threads.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
@FunctionalInterface
public interface RowReader<O, R> {

    /**
     * Reads an observation. One without an answer is read as what it counts as (an empty text, an empty ranking), or not
     * at all where nothing can stand for it.
     *
     * @param observation any
     * @param into receives the numbers, all finite (of a {@link MeanMetric} some may be NaN); holds zeros when it comes
     * @return false if the observation has no row: it is excluded and counted
     * @throws IllegalArgumentException if the observation can't be what it is; names its example
     */
    boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into);

    /**
     * Reads a failed observation as if it had been answered as well as can be.
     *
     * @param observation one that failed
     * @param into receives the numbers; holds zeros when it comes
     * @return false if nobody can say, which is what it returns unless overridden
     */
    default boolean readBest(Observation<?, ? extends O, ? extends R> observation, double[] into) {
        return false;
    }
}
