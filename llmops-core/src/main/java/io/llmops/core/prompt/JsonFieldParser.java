package io.llmops.core.prompt;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a field of the JSON object in an answer. */
final class JsonFieldParser<T> {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final String field;
    private final JsonPointer pointer;
    private final String type;
    private final Function<JsonNode, Optional<T>> read;

    private JsonFieldParser(String field, String type, Function<JsonNode, Optional<T>> read) {
        this.field = field;
        this.pointer = field.startsWith("/")
                ? JsonPointer.compile(field)
                : JsonPointer.empty().appendProperty(field);
        this.type = type;
        this.read = read;
    }

    static Stage<String, Outcome<String>> text(String field) {
        return stage(field, "text", value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    static Stage<String, Outcome<Double>> number(String field) {
        return stage(
                field,
                "number",
                value -> value.isNumber() && Double.isFinite(value.doubleValue())
                        ? Optional.of(value.doubleValue())
                        : Optional.empty());
    }

    static Stage<String, Outcome<Boolean>> truth(String field) {
        return stage(
                field, "boolean", value -> value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty());
    }

    private static <T> Stage<String, Outcome<T>> stage(
            String field, String type, Function<JsonNode, Optional<T>> read) {
        var parser = new JsonFieldParser<>(field, type, read);
        return new AnswerStage<>(Description.of("json-" + type).with("field", field), parser::read);
    }

    private Outcome<T> read(String answer) {
        var objects = JsonObjects.find(answer);
        if (objects.isEmpty()) {
            return Outcome.abstained("no JSON object is in " + Excerpt.of(answer));
        }
        if (objects.size() > 1) {
            return Outcome.abstained("more than one JSON object is in " + Excerpt.of(answer));
        }
        try {
            return read((JsonNode) JSON.readValue(objects.get(0)), answer);
        } catch (JsonProcessingException e) {
            return Outcome.abstained(
                    "the JSON in " + Excerpt.of(answer) + " is broken: " + Excerpt.of(e.getOriginalMessage()));
        }
    }

    private Outcome<T> read(JsonNode object, String answer) {
        var value = object.at(pointer);
        if (value.isMissingNode()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            return Outcome.abstained("no field " + Excerpt.of(field) + " is in " + Excerpt.of(answer) + "; there are "
                    + Labels.shown(names));
        }
        return read.apply(value)
                .map(Outcome::answered)
                .orElseGet(() -> Outcome.abstained("expected a " + type + " at " + Excerpt.of(field) + ", found "
                        + kind(value) + " in " + Excerpt.of(answer)));
    }

    private static String kind(JsonNode value) {
        return value.isNumber()
                ? "the number " + Excerpt.of(value.asText())
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
