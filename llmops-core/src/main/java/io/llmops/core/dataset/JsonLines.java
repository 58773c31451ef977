package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file with one JSON value a line; lines with nothing on them are passed over. */
final class JsonLines implements Rows {

    private final String source;
    private final LineCutter lines;
    private final JsonText json;
    private final JsonWindow window;
    private long number;

    JsonLines(Source source, Limits limits) {
        this.source = source.name();
        this.json = new JsonText(this.source, limits);
        this.lines = new LineCutter(source, limits);
        this.window = new JsonWindow(lines, json);
    }

    @Override
    public @Nullable Row next() {
        while (lines.next()) {
            if (!lines.isBlank()) {
                number++;
                var place = new Place(source, lines.line(), number);
                var value = window.value();
                return new Row(place, new JsonCells(place, value == null ? read() : value));
            }
        }
        if (number == 0) {
            throw DataException.at(source, lines.line(), "expected at least one line of JSON, found an empty file");
        }
        return null;
    }

    /** Reads the line by itself, as characters, in which columns are counted. */
    private JsonNode read() {
        try (var parser = json.parser(lines.toCharArray())) {
            parser.nextToken();
            var row = json.tree(parser);
            if (parser.nextToken() != null) {
                throw DataException.at(
                        source,
                        lines.line(),
                        "expected one JSON value a line, found another in column "
                                + parser.currentTokenLocation().getColumnNr());
            }
            return row;
        } catch (IOException e) {
            throw json.problem(lines.line(), e);
        }
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
