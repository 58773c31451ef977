package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an array in a JSON document, which is read up to the end of that array, one row at a time. Not safe for
 * use by many threads.
 */
final class JsonArray implements Rows {

    private static final int MOST_NAMES = 20;

    private final String source;
    private final JsonPointer pointer;
    private final Limits limits;
    private final JsonText json;
    private final RowGuard guard;
    private final JsonParser parser;
    private boolean inside;
    private long number;

    JsonArray(Source source, JsonPointer pointer, Limits limits) {
        this.source = source.name();
        this.pointer = pointer;
        this.limits = limits;
        this.json = new JsonText(this.source, limits);
        this.guard = new RowGuard(new StrictReader(source.content(), StandardCharsets.UTF_8), limits);
        try {
            this.parser = json.parser(guard);
        } catch (IOException e) {
            throw json.problem(0, e);
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!inside) {
                enter();
                inside = true;
            }
            return parser.nextToken() == JsonToken.END_ARRAY ? end() : row();
        } catch (RowGuard.TooLongException e) {
            throw problem(limits.rowTooLong());
        } catch (IOException e) {
            throw json.problem(line(e), e);
        }
    }

    private int line(IOException e) {
        var location = e instanceof JsonProcessingException problem ? problem.getLocation() : null;
        return (location == null ? parser.currentLocation() : location).getLineNr();
    }

    private Row row() throws IOException {
        var start = parser.currentTokenLocation();
        guard.startRow();
        JsonNode node = json.tree(parser);
        if (parser.currentLocation().getCharOffset() - start.getCharOffset() > limits.row()) {
            throw DataException.at(source, start.getLineNr(), limits.rowTooLong());
        }
        guard.endRow();
        number++;
        var place = new Place(source, start.getLineNr(), number);
        return new Row(place, new JsonCells(place, node));
    }

    private @Nullable Row end() throws IOException {
        if (number == 0) {
            throw problem("expected at least one row, found an empty array");
        }
        if (pointer.matches() && parser.nextToken() != null) {
            throw problem("expected the end of the file after the array, found more");
        }
        return null;
    }

    /** Goes to the beginning of the array that the pointer points at. */
    private void enter() throws IOException {
        if (parser.nextToken() == null) {
            throw problem("expected JSON, found an empty file");
        }
        for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                enterProperty(rest);
            } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                enterElement(rest);
            } else {
                throw problem("expected something at " + pointer + ", found " + kind() + " before " + rest);
            }
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            var line = parser.currentTokenLocation().getLineNr();
            var found = parser.currentToken() == JsonToken.START_OBJECT ? objectWithItsNames() : kind();
            throw DataException.at(source, line, "expected an array of rows" + atPointer() + ", found " + found);
        }
    }

    private void enterProperty(JsonPointer rest) throws IOException {
        var line = parser.currentTokenLocation().getLineNr();
        var names = new ArrayList<String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (rest.matchesProperty(name)) {
                return;
            }
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
            parser.skipChildren();
        }
        throw DataException.at(
                source,
                line,
                "expected " + Excerpt.of(rest.getMatchingProperty()) + atPointer() + ", found " + Excerpt.of(names));
    }

    private void enterElement(JsonPointer rest) throws IOException {
        var line = parser.currentTokenLocation().getLineNr();
        var position = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (rest.matchesElement(position)) {
                return;
            }
            position++;
            parser.skipChildren();
        }
        throw DataException.at(
                source,
                line,
                "expected " + Excerpt.of(rest.getMatchingProperty()) + atPointer() + ", found an array of " + position);
    }

    private String objectWithItsNames() throws IOException {
        var names = new ArrayList<String>();
        while (names.size() < MOST_NAMES && parser.nextToken() == JsonToken.FIELD_NAME) {
            names.add(parser.currentName());
            parser.nextToken();
            parser.skipChildren();
        }
        return "an object with " + Excerpt.of(names)
                + (names.isEmpty()
                        ? ""
                        : "; a JSON Pointer such as " + pointer + "/" + escaped(names.get(0)) + " chooses the array");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private String atPointer() {
        return pointer.matches() ? "" : " at " + pointer;
    }

    private String kind() throws IOException {
        return JsonCells.kind(json.tree(parser));
    }

    private DataException problem(String what) {
        return DataException.at(source, parser.currentTokenLocation().getLineNr(), what);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
