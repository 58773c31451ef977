package io.llmops.eval.metric;

/**
 * Turns an observation into the row of labels that alone matters of it to a {@link RowMetric}. Implementations are safe
 * for use by many threads.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
@FunctionalInterface
public interface LabelReader<O, R> {

    /**
     * Reads an observation.
     *
     * @param observation any
     * @param into receives the labels, every place one
     * @return false if the observation has no row: it is excluded and counted
     */
    boolean read(Observation<?, ? extends O, ? extends R> observation, String[] into);
}
