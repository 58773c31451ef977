package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file: a line of a table, or an object or array of a JSON file. A column of a table has the name the header
 * gives it. A column of a JSON object is a key; of a JSON array, a position ({@code "0"}, {@code "1"}, …); and where the
 * name begins with a slash, it is a JSON Pointer to something deeper down ({@code "/answers/0/text"}).
 *
 * <p>Every method that cannot give what was asked for throws a {@link DataException} that says where, what was expected
 * and what is there. Immutable.
 */
public final class Row {

    private final Place place;
    private final Cells cells;

    Row(Place place, Cells cells) {
        this.place = place;
        this.cells = cells;
    }

    /** {@return the names of the columns, in order} */
    public List<String> columns() {
        return cells.columns();
    }

    /**
     * Returns the text of a column, as it stands, which may be empty. A JSON number or boolean is given as JSON writes it.
     *
     * @param column the column
     * @return its text
     * @throws DataException if there is no such column, or it holds a JSON object, array or null
     */
    public String text(String column) {
        return cells.text(column);
    }

    /**
     * Returns the text of a column that must say something.
     *
     * @param column the column
     * @return its text, not blank
     * @throws DataException if there is no such column, or it is blank, or it holds a JSON object, array or null
     */
    public String label(String column) {
        var text = text(column);
        if (text.isBlank()) {
            throw place.empty(column);
        }
        return text;
    }

    /**
     * Returns the text of a column that may have nothing to say.
     *
     * @param column the column
     * @return its text; empty if it is blank or a JSON null, or a JSON object without such a key
     * @throws DataException if a table has no such column, or it holds a JSON object or array
     */
    public Optional<String> find(String column) {
        return cells.find(column);
    }

    /**
     * Returns the value of a column as some type.
     *
     * @param column the column
     * @param type what to read it as: a number type, an enum, or anything Jackson can make of it
     * @param <T> the type
     * @return the value
     * @throws DataException if there is no such column, or its value is no such thing
     */
    public <T> T value(String column, Class<T> type) {
        return RowMapper.value(place, column, cells.value(column), type);
    }

    /**
     * Returns the whole row as some type, the columns being its properties; columns without a property are passed over.
     *
     * @param type a record, say
     * @param <T> the type
     * @return the row
     * @throws DataException if the row is no such thing, or lacks a property
     */
    public <T> T as(Class<T> type) {
        return RowMapper.row(place, cells.row(), type);
    }

    /** {@return the whole row as JSON; of a table, an object of texts; a copy} */
    public JsonNode json() {
        return cells.row().deepCopy();
    }

    /** {@return the number of the row among the rows of its file, counted from 1} */
    public long number() {
        return place.number();
    }

    /** {@return the file or resource, as error messages call it} */
    public String source() {
        return place.source();
    }

    /** {@return the physical line on which the row begins, counted from 1} */
    public long line() {
        return place.line();
    }

    /**
     * Returns an exception that says where this row is, for code that reads it and finds it wanting.
     *
     * @param problem what was expected, what was found
     * @return the exception, to be thrown
     */
    public DataException error(String problem) {
        return place.error(problem);
    }
}
