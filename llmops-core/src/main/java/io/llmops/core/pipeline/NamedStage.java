package io.llmops.core.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stage of a pipeline, its types forgotten: {@link Pipeline} remembers the first and the last. */
final class NamedStage {

    private final String name;
    private final Function<Object, @Nullable Object> function;
    private final boolean maybe;

    @SuppressWarnings("unchecked") // Pipeline lets only stages meet whose types agree
    NamedStage(String name, Function<?, ?> function, boolean maybe) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a stage name, found a blank one");
        }
        this.name = name;
        this.function = (Function<Object, @Nullable Object>) Objects.requireNonNull(function, "stage");
        this.maybe = maybe;
    }

    String name() {
        return name;
    }

    Optional<Description> describe() {
        return function instanceof Stage<?, ?> stage ? stage.describe() : Optional.empty();
    }

    @SuppressWarnings("unchecked") // a pipeline takes what its predecessor gives
    Walked<Object> walk(Object input) {
        try {
            if (!maybe && function instanceof Pipeline<?, ?> nested) {
                return outer(((Pipeline<Object, Object>) nested).walk(input, null));
            }
            return new Walked<>(outcome(function.apply(input)), name, null);
        } catch (Exception | StackOverflowError | AssertionError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Walked<>(Outcome.failed(name, reason(e)), name, e);
        }
    }

    private Walked<Object> outer(Walked<Object> inner) {
        var outcome = inner.outcome() instanceof Outcome.Failed<Object> failed
                ? Outcome.failed(name + "/" + failed.stage(), failed.reason())
                : inner.outcome();
        return new Walked<>(outcome, name + "/" + inner.stage(), inner.cause());
    }

    @SuppressWarnings("unchecked") // thenMaybe takes only functions that return an Outcome
    private Outcome<Object> outcome(@Nullable Object output) {
        if (output == null) {
            return Outcome.failed(name, "returned null");
        }
        if (!maybe) {
            return Outcome.answered(output);
        }
        var outcome = (Outcome<Object>) output;
        return outcome instanceof Outcome.Failed<Object> failed ? Outcome.failed(name, failed.reason()) : outcome;
    }

    /** The exception as a reason: its kind and what it says; of a pipeline called by a stage, its own cause. */
    private static String reason(Throwable thrown) {
        var cause = thrown instanceof StageException && thrown.getCause() != null ? thrown.getCause() : thrown;
        var message = cause.getMessage();
        return message == null ? cause.getClass().getName() : cause.getClass().getName() + ": " + message;
    }
}
