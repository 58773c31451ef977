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

    @SuppressWarnings("unchecked") // thenMaybe takes only functions that return an Outcome
    Outcome<Object> apply(Object input) {
        var output = function.apply(input);
        if (output == null) {
            return Outcome.failed(name, "returned null");
        }
        if (!maybe) {
            return Outcome.answered(output);
        }
        var outcome = (Outcome<Object>) output;
        return outcome instanceof Outcome.Failed<Object> failed ? Outcome.failed(name, failed.reason()) : outcome;
    }

    /** The exception as a reason: its kind and what it says. A nested pipeline's stage is named by its exception. */
    static String reason(Throwable thrown) {
        var cause = thrown instanceof StageException && thrown.getCause() != null ? thrown.getCause() : thrown;
        var message = cause.getMessage();
        return message == null ? cause.getClass().getName() : cause.getClass().getName() + ": " + message;
    }
}
