package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A row of a table. The fields are as many as the columns. */
final class TableRow implements Row {

    private final Place place;
    private final Header header;
    private final String[] fields;

    TableRow(Place place, Header header, String[] fields) {
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
    public <T> T value(String column, Class<T> type) {
        return RowMapper.value(place, column, RowMapper.text(label(column)), type);
    }

    @Override
    public <T> T as(Class<T> type) {
        return RowMapper.row(place, json(), type);
    }

    @Override
    public JsonNode json() {
        var object = RowMapper.object();
        for (var i = 0; i < fields.length; i++) {
            object.put(header.names().get(i), fields[i]);
        }
        return object;
    }

    @Override
    public long number() {
        return place.number();
    }

    @Override
    public String source() {
        return place.source();
    }

    @Override
    public long line() {
        return place.line();
    }

    @Override
    public DataException error(String problem) {
        return place.error(problem);
    }
}
