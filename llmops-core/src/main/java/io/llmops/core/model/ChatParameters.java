package io.llmops.core.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.llmops.core.pipeline.Description;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a chat model tells of itself and changes its answers. Provider-specific parameters are left out: they may hold
 * secrets.
 */
record ChatParameters(@Nullable String provider, @Nullable ChatRequestParameters parameters) {

    static ChatParameters of(ChatModel model) {
        return new ChatParameters(
                Optional.ofNullable(model.provider()).map(Enum::name).orElse(null), model.defaultRequestParameters());
    }

    Description addTo(Description description) {
        var told = with(description, "provider", provider);
        if (parameters == null) {
            return told;
        }
        told = with(told, "model", parameters.modelName());
        told = with(told, "temperature", parameters.temperature());
        told = with(told, "topP", parameters.topP());
        told = with(told, "topK", parameters.topK());
        told = with(told, "frequencyPenalty", parameters.frequencyPenalty());
        told = with(told, "presencePenalty", parameters.presencePenalty());
        told = with(told, "maxOutputTokens", parameters.maxOutputTokens());
        told = with(told, "responseFormat", parameters.responseFormat());
        var stop = parameters.stopSequences();
        return stop == null || stop.isEmpty() ? told : told.with("stopSequences", stop);
    }

    private static Description with(Description description, String setting, @Nullable Object value) {
        return value == null ? description : description.with(setting, value);
    }
}
