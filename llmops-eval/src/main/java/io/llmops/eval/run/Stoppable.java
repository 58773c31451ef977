package io.llmops.eval.run;

/**
 * An evaluation that need not look at every example: {@code Evaluation} is one, and what decides about runs takes it to
 * stop it once it knows enough. Implementations are immutable.
 *
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
@FunctionalInterface
public interface Stoppable<I, O, R> {

    /**
     * Runs the pipeline over the examples in random order, by the seed, until a rule has seen enough, or over all. Which
     * examples the run has does not depend on the concurrency; what was under way when the rule had enough stands in the
     * log alone.
     *
     * @param rule looks at the observations in the order of the visits
     * @return the run of the examples up to the last one the rule looked at, in the order of the dataset. Its intervals
     *     do not know that it was stopped
     * @throws IllegalStateException if the dataset is streamed
     */
    EvaluationRun<I, O, R> runUntil(StoppingRule<O, R> rule);
}
