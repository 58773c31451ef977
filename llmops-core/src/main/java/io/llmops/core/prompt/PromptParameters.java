package io.llmops.core.prompt;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The model parameters a front matter may set, by the names LangChain4j gives them. */
final class PromptParameters {

    static final List<String> KEYS = List.of(
            "modelName",
            "temperature",
            "topP",
            "topK",
            "frequencyPenalty",
            "presencePenalty",
            "maxOutputTokens",
            "stopSequences",
            "responseFormat");

    private static final Map<String, ResponseFormat> FORMATS =
            Map.of("text", ResponseFormat.TEXT, "json", ResponseFormat.JSON);

    private final DefaultChatRequestParameters.Builder<?> builder = ChatRequestParameters.builder();
    private final SortedMap<String, String> settings = new TreeMap<>();

    /** What was set, as text. */
    SortedMap<String, String> settings() {
        return settings;
    }

    ChatRequestParameters build() {
        return builder.build();
    }

    /** Sets one of {@link #KEYS}. */
    void set(String key, FrontMatterValue value) {
        switch (key) {
            case "modelName" -> builder.modelName(value.text());
            case "temperature" -> builder.temperature(value.number(0, Double.MAX_VALUE));
            case "topP" -> builder.topP(value.number(0, 1));
            case "topK" -> builder.topK(value.count());
            case "frequencyPenalty" -> builder.frequencyPenalty(value.number(-Double.MAX_VALUE, Double.MAX_VALUE));
            case "presencePenalty" -> builder.presencePenalty(value.number(-Double.MAX_VALUE, Double.MAX_VALUE));
            case "maxOutputTokens" -> builder.maxOutputTokens(value.count());
            case "stopSequences" -> builder.stopSequences(value.texts());
            case "responseFormat" -> builder.responseFormat(format(value));
            default -> throw new IllegalArgumentException(key);
        }
        settings.put(key, value.toString());
    }

    private static ResponseFormat format(FrontMatterValue value) {
        var format = FORMATS.get(value.text());
        if (format == null) {
            throw value.unlike("text or json");
        }
        return format;
    }
}
