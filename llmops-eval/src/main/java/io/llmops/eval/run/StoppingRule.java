package io.llmops.eval.run;

import io.llmops.eval.metric.Observation;
import java.util.function.Predicate;

/**
 * Says when an evaluation has seen enough. Implementations are immutable; who looks at one run is not safe for use by
 * many threads, and is asked by one at a time.
 *
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
@FunctionalInterface
public interface StoppingRule<O, R> {

    /**
     * Begins to look at a run.
     *
     * @param visit what will be run
     * @return takes each observation in the order of the visits, the repeats of an example one after another, and returns
     *     whether that is enough
     */
    Predicate<Observation<?, O, R>> begin(Visit<O, R> visit);
}
