package io.llmops.core.model.decorate;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the stack: what is asked, of which model, and who wants to hear about it. Immutable, if the
 * request is.
 *
 * @param request what is asked, as the caller wrote it
 * @param defaults the model's default parameters, which the request's override
 * @param provider who answers, or null if the model does not tell
 * @param listener who is told what happens
 */
public record ChatCall(
        ChatRequest request,
        @Nullable ChatRequestParameters defaults,
        @Nullable ModelProvider provider,
        CallListener listener) {

    /** Refuses null where it means nothing. */
    public ChatCall {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(listener, "listener");
    }

    /** {@return the parameters the model will see: the request's, and its own where the request has none} */
    public ChatRequestParameters parameters() {
        var asked = request.parameters();
        return defaults == null ? asked : defaults.overrideWith(asked);
    }

    /** {@return the name of the model asked, or empty if neither request nor model tell it} */
    public Optional<String> modelName() {
        var asked = request.parameters().modelName();
        return Optional.ofNullable(asked != null || defaults == null ? asked : defaults.modelName());
    }
}
