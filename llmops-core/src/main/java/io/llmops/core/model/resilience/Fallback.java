package io.llmops.core.model.resilience;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Asks other models, one after another, when the model with all that is around it has failed. It does so when another
 * model may help: on every retriable failure, a refused key, a model or server that can't be found, an open
 * {@link Breaker}, repeated failures; not when the request itself is refused, the {@link Budget} is spent or the thread
 * is interrupted. If all fail, the last failure is thrown with the others suppressed in it.
 *
 * <p>The other models get the request as it came, with their own default parameters; give each the decorators it needs.
 * A request that names a model names it to all of them. An evaluation should know which model it measured: look at
 * {@code response.modelName()}. Immutable; safe for use by many threads.
 */
public final class Fallback implements Decorator {

    private final List<ChatModel> models;
    private final Predicate<? super RuntimeException> when;

    private Fallback(List<ChatModel> models, Predicate<? super RuntimeException> when) {
        this.models = models;
        this.when = when;
    }

    /**
     * Returns a chain.
     *
     * @param models the models to ask, one after another; at least one
     * @return the chain
     */
    public static Fallback to(ChatModel... models) {
        if (models.length == 0) {
            throw new IllegalArgumentException("expected a model to fall back to, found none");
        }
        return new Fallback(List.of(models), Fallback::mayHelp);
    }

    /**
     * Returns this with another opinion on when another model may help.
     *
     * @param other takes the failure
     * @return the changed copy
     */
    public Fallback when(Predicate<? super RuntimeException> other) {
        return new Fallback(models, Objects.requireNonNull(other, "when"));
    }

    @Override
    public Layer layer() {
        return Layer.FALLBACK;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        RuntimeException failure;
        try {
            return next.chat(call);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (var index = 0; index < models.size() && when.test(failure); index++) {
            call.listener().on(new CallEvent.FellBack(CallEvent.CallId.of(call), index + 1, failure.getClass()));
            try {
                return models.get(index).chat(call.request());
            } catch (RuntimeException e) {
                if (!e.equals(failure)) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure;
    }

    private static boolean mayHelp(RuntimeException failure) {
        return Failures.isRetriable(failure)
                || failure instanceof AuthenticationException
                || failure instanceof ModelNotFoundException
                || failure instanceof UnresolvedModelServerException
                || failure instanceof OpenBreakerException
                || failure instanceof RepeatedFailureException;
    }
}
