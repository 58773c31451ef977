package io.llmops.core.dataset;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table. */
final class TableRows implements Rows {

    private final String source;
    private final TableParser parser;
    private @Nullable Header header;
    private long number;

    /** Opens a table; without {@code columns}, its first row names them. */
    TableRows(Source source, Charset charset, Dialect dialect, Limits limits, List<String> columns) {
        this.source = source.name();
        this.parser = new TableParser(this.source, new StrictReader(source.content(), charset), dialect, limits);
        this.header = columns.isEmpty() ? null : new Header(this.source, 0, columns);
    }

    @Override
    public @Nullable Row next() {
        var names = header == null ? readHeader() : header;
        header = names;
        var fields = parser.next();
        if (fields == null) {
            if (number == 0) {
                throw DataException.at(source, parser.line(), "expected at least one row, found " + onlyThe(names));
            }
            return null;
        }
        if (fields.length != names.size()) {
            throw DataException.at(
                    source,
                    parser.line(),
                    "expected " + names.size() + " fields " + names + ", found " + fields.length);
        }
        number++;
        var place = new Place(source, parser.line(), number);
        return new Row(place, new TableCells(place, names, fields));
    }

    private String onlyThe(Header names) {
        return names.line() > 0 ? "only the header " + names : "an empty file";
    }

    private Header readHeader() {
        var names = parser.next();
        if (names == null) {
            throw DataException.at(source, 1, "expected a header that names the columns, found an empty file");
        }
        return new Header(source, parser.line(), Arrays.asList(names));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
