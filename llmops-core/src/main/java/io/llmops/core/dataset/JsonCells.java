package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of a row of a JSON file, which is an object or an array. */
final class JsonCells implements Cells {

    private static final int DIGITS_OF_A_POSITION = 9;

    private final Place place;
    private final JsonNode node;

    JsonCells(Place place, JsonNode node) {
        this.place = place;
        this.node = node;
        if (!node.isContainerNode()) {
            throw place.error("expected a row that is an object or an array, found " + kind(node));
        }
    }

    static String kind(JsonNode node) {
        if (node.getNodeType() == JsonNodeType.NULL) {
            return "null";
        }
        var kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return (node.isContainerNode() ? "an " : "a ") + kind;
    }

    @Override
    public List<String> columns() {
        if (node.isArray()) {
            return IntStream.range(0, node.size()).mapToObj(Integer::toString).toList();
        }
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    @Override
    public String text(String column) {
        return text(column, value(column));
    }

    private String text(String column, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw place.error("expected text in column " + Excerpt.of(column) + ", found " + kind(value));
        }
        return value.asText();
    }

    @Override
    public Optional<String> find(String column) {
        var value = at(column);
        if (value == null && node.isArray()) {
            throw missing(column);
        }
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(text(column, value)).filter(text -> !text.isBlank());
    }

    @Override
    public JsonNode value(String column) {
        var value = at(column);
        if (value == null) {
            throw missing(column);
        }
        return value;
    }

    @Override
    public JsonNode row() {
        return node;
    }

    /** What stands in a column, or null if there is no such column. */
    private @Nullable JsonNode at(String column) {
        var value = node.isArray() ? node.get(position(column)) : node.get(column);
        if (value == null && column.startsWith("/")) {
            var deeper = node.at(column);
            return deeper.isMissingNode() ? null : deeper;
        }
        return value;
    }

    private static int position(String column) {
        var digits = !column.isEmpty()
                && column.length() <= DIGITS_OF_A_POSITION
                && column.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(column) : -1;
    }

    private DataException missing(String column) {
        return place.error("expected a column " + Excerpt.of(column) + ", found " + Excerpt.of(columns()));
    }
}
