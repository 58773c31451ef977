package io.llmops.eval.metric;

import java.util.List;

/**
 * Turns the repeats of one example into a row of numbers, see {@link RowMetric#ofRepeats}. Implementations are safe for
 * use by many threads.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
@FunctionalInterface
public interface RepeatsReader<O, R> {

    /**
     * Reads the repeats of an example.
     *
     * @param repeats at least one, in the order of their numbers
     * @param into receives the numbers, all finite; holds zeros when it comes
     * @return false if the example has no row: it is excluded and counted
     */
    boolean read(List<? extends Observation<?, ? extends O, ? extends R>> repeats, double[] into);

    /**
     * Reads the repeats of an example, some of which failed, as if those had been answered as well as can be.
     *
     * @param repeats at least one, in the order of their numbers
     * @param into receives the numbers; holds zeros when it comes
     * @return false if nobody can say, which is what it returns unless overridden
     */
    default boolean readBest(List<? extends Observation<?, ? extends O, ? extends R>> repeats, double[] into) {
        return false;
    }
}
