package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The cells of a table's row. The fields are as many as the columns. */
final class TableCells implements Cells {

    private final Place place;
    private final Header header;
    private final String[] fields;

    TableCells(Place place, Header header, String[] fields) {
        this.place = place;
        this.header = header;
        this.fields = fields;
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public String text(String column) {
        return fields[header.position(column)];
    }

    @Override
    public Optional<String> find(String column) {
        return Optional.of(text(column)).filter(text -> !text.isBlank());
    }

    @Override
    public JsonNode value(String column) {
        var text = text(column);
        if (text.isBlank()) {
            throw place.empty(column);
        }
        return RowMapper.text(text);
    }

    @Override
    public JsonNode row() {
        var object = RowMapper.object();
        for (var i = 0; i < fields.length; i++) {
            object.put(header.names().get(i), fields[i]);
        }
        return object;
    }
}
