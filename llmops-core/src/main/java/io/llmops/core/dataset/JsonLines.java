package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rows of a file with one JSON value a line; lines with nothing on them are passed over. */
final class JsonLines implements Rows {

    private final String source;
    private final LineCutter lines;
    private final JsonText json;
    private long number;

    JsonLines(Source source, Limits limits) {
        this.source = source.name();
        this.json = new JsonText(this.source, limits);
        this.lines = new LineCutter(this.source, StrictReader.open(source, StandardCharsets.UTF_8), limits);
    }

    @Override
    public @Nullable Row next() {
        while (lines.next()) {
            if (!lines.isBlank()) {
                number++;
                var place = new Place(source, lines.line(), number);
                return new Row(place, new JsonCells(place, read()));
            }
        }
        if (number == 0) {
            throw DataException.at(source, lines.line(), "expected at least one line of JSON, found an empty file");
        }
        return null;
    }

    private JsonNode read() {
        try (var parser = json.parser(lines.chars(), lines.start(), lines.length())) {
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
        lines.close();
    }
}
