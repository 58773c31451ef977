package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Turns what stands in a row into objects, strictly. Safe for use by many threads. */
final class RowMapper {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private RowMapper() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static <T> T value(Place place, String column, JsonNode value, Class<T> type) {
        try {
            var read = MAPPER.treeToValue(value, type);
            if (read != null
                    && !(read instanceof Double number && !Double.isFinite(number))
                    && !(read instanceof Float smaller && !Float.isFinite(smaller))) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw place.error(unexpected(column, value, type), e);
        }
        throw place.error(unexpected(column, value, type));
    }

    private static String unexpected(String column, JsonNode value, Class<?> type) {
        var found = value.isTextual() ? Excerpt.of(value.textValue()) : Excerpt.of(value.toString());
        return "expected " + type.getSimpleName() + " in column " + Excerpt.of(column) + ", found " + found;
    }

    static <T> T row(Place place, JsonNode row, Class<T> type) {
        try {
            var read = MAPPER.treeToValue(row, type);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw place.error("expected a row that is a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
        throw place.error("expected a row that is a " + type.getSimpleName() + ", found nothing");
    }
}
