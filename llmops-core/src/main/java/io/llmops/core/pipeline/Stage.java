package io.llmops.core.pipeline;

import java.util.Optional;
import java.util.function.Function;

/**
 * One step of a pipeline that can say what it is. Any {@link Function} is a step; a stage is one that may describe
 * itself, so that a pipeline's fingerprint notices when its configuration changed.
 *
 * <p>Implementations are safe for use by many threads: one pipeline object runs many examples at once.
 *
 * @param <I> the type it takes
 * @param <O> the type it returns
 */
@FunctionalInterface
public interface Stage<I, O> extends Function<I, O> {

    /**
     * Returns what this stage is and how it is set, or empty if it cannot tell (a lambda), in which case a pipeline's
     * fingerprint counts it as opaque.
     *
     * @return the description
     */
    default Optional<Description> describe() {
        return Optional.empty();
    }

    /**
     * Returns a function as a stage with a description of its own.
     *
     * @param description what it is and how it is set
     * @param function what it does
     * @param <I> the type it takes
     * @param <O> the type it returns
     * @return the stage
     */
    static <I, O> Stage<I, O> of(Description description, Function<? super I, ? extends O> function) {
        return new DescribedStage<>(description, function);
    }
}
