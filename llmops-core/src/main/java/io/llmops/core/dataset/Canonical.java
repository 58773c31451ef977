package io.llmops.core.dataset;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.llmops.core.Fingerprint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * One text for one content, whatever file it came from: JSON with sorted keys, in which a fraction is the bits of the
 * double it stands for, since the text of a double depends on the Java version. Safe for use by many threads.
 */
final class Canonical {

    /** A decimal fraction of no more digits than this is told from all others of its kind by its double. */
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private static final int DIGITS_OF_A_LONG = 18;

    private static final String TEXT = "text";
    private static final String JSON = "json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Set.class, new SortedSetSerializer())
                    .addSerializer(Optional.class, new OptionalSerializer()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    /** For types that show nothing of themselves in the way Jackson expects. */
    private static final JsonMapper FIELDS_MAPPER = MAPPER.rebuild()
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private Canonical() {}

    static void add(Fingerprint.Hasher hasher, Example<?, ?> example) {
        hasher.add(example.id());
        add(hasher, example, "input", example.input());
        add(hasher, example, "reference", example.reference());
        hasher.add(example.tags().size());
        example.tags().forEach((name, value) -> hasher.add(name).add(value));
    }

    private static void add(Fingerprint.Hasher hasher, Example<?, ?> example, String what, Object value) {
        if (value instanceof String text) {
            hasher.add(TEXT).add(text);
            return;
        }
        try {
            var node = node(value);
            if (node.isTextual()) {
                hasher.add(TEXT).add(node.textValue());
            } else {
                hasher.add(JSON).add(text(node));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "expected the " + what + " of example " + Excerpt.of(example.id())
                            + " to be something Jackson can write, for the fingerprint" + ", found a "
                            + value.getClass().getName(),
                    e);
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof JsonNode json) {
            return json;
        }
        try {
            return MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            return FIELDS_MAPPER.valueToTree(value);
        }
    }

    static String text(JsonNode node) {
        var text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, text);
            case ARRAY -> writeArray(node, text);
            case NUMBER -> writeNumber(node, text);
            case BOOLEAN, NULL, MISSING -> text.append(node.asText("null"));
            case STRING, BINARY, POJO -> writeText(node.asText(), text);
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        text.append('{');
        for (var name : names) {
            writeText(name, text);
            text.append(':');
            write(object.path(name), text);
            text.append(',');
        }
        text.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder text) {
        text.append('[');
        for (var element : array) {
            write(element, text);
            text.append(',');
        }
        text.append(']');
    }

    private static void writeText(String value, StringBuilder text) {
        text.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    /** A whole number that fits a long is its digits; another is the bits of its double, if they tell it. */
    private static void writeNumber(JsonNode number, StringBuilder text) {
        var isDouble = number.isDouble() || number.isFloat();
        if (isDouble && !Double.isFinite(number.doubleValue())) {
            text.append(number.doubleValue());
            return;
        }
        var exact = isDouble ? new BigDecimal(number.doubleValue()) : number.decimalValue();
        var digits = exact.stripTrailingZeros();
        if (digits.scale() <= 0 && digits.precision() - digits.scale() <= DIGITS_OF_A_LONG) {
            text.append(digits.toPlainString());
        } else if (isDouble || isToldByItsDouble(digits)) {
            text.append('d').append(Long.toHexString(Double.doubleToLongBits(digits.doubleValue())));
        } else {
            text.append(digits.unscaledValue()).append('e').append(-digits.scale());
        }
    }

    private static boolean isToldByItsDouble(BigDecimal digits) {
        var nearest = Math.abs(digits.doubleValue());
        return digits.precision() <= DIGITS_OF_A_DOUBLE && nearest >= Double.MIN_NORMAL && nearest <= Double.MAX_VALUE;
    }
}
