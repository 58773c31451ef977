package io.llmops.eval.metric;

import java.util.Optional;

/**
 * Tallies what of an answer is also in the reference, for a {@link MatchReport}. Implementations are safe for use by
 * many threads.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
@FunctionalInterface
public interface MatchReader<O, R> {

    /**
     * Tallies one observation.
     *
     * @param answer what the pipeline said; empty if it abstained or failed
     * @param reference what is right
     * @param into receives what is there and what matches
     */
    void read(Optional<? extends O> answer, R reference, MatchTally into);
}
