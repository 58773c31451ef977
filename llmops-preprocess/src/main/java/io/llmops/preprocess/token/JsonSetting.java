package io.llmops.preprocess.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;

/** Lists and maps as a description holds them: JSON, in the order they come. */
final class JsonSetting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonSetting() {}

    static String of(Collection<String> texts) {
        return write(texts);
    }

    static String of(Map<String, ? extends Collection<String>> texts) {
        return write(texts);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
