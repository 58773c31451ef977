package io.llmops.eval.metric.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as JSON has them: text, numbers, truths, lists, maps. */
final class JsonValues {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Object> ANY = new TypeReference<>() {};

    private JsonValues() {}

    /** Reads JSON; empty for what is none, and for {@code null}. */
    static Optional<Object> parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, ANY));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns whether two values are the same: numbers by what they are worth, lists in order, maps in any. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return sameNumber(left, right);
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.entrySet().stream()
                            .allMatch(entry -> right.containsKey(entry.getKey())
                                    && same(entry.getValue(), right.get(entry.getKey())));
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            var places = left.size() == right.size() ? left.size() : -1;
            for (var i = 0; i < places; i++) {
                if (!same(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return places >= 0;
        }
        return one == null ? other == null : one.equals(other);
    }

    private static boolean sameNumber(Number one, Number other) {
        try {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        } catch (NumberFormatException e) {
            return one.equals(other);
        }
    }
}
