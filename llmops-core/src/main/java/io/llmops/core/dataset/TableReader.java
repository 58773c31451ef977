package io.llmops.core.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads CSV, TSV and their kin as RFC 4180 describes them: fields between delimiters, in quotes if they contain
 * delimiters, quotes (doubled) or line ends. Every row has as many fields as the header; lines with nothing on them are
 * passed over; spaces belong to the field. The text is UTF-8, with or without a byte order mark, gzipped or not.
 * Immutable.
 */
public final class TableReader implements DatasetReader {

    private final Reading reading;
    private final Dialect dialect;
    private final Charset charset;
    private final List<String> columns;

    private TableReader(Reading reading, Dialect dialect, Charset charset, List<String> columns) {
        this.reading = reading;
        this.dialect = dialect;
        this.charset = charset;
        this.columns = columns;
    }

    static TableReader of(Source source, Dialect dialect) {
        return new TableReader(Reading.of(source), dialect, StandardCharsets.UTF_8, List.of());
    }

    /**
     * Returns this reader with another delimiter.
     *
     * @param delimiter what is between two fields
     * @return the changed copy
     * @throws IllegalArgumentException if it is a quote or a line end
     */
    public TableReader withDelimiter(char delimiter) {
        return new TableReader(reading, dialect.withDelimiter(delimiter), charset, columns);
    }

    /**
     * Returns this reader taking quotes as any other character, so that a field is what is between two delimiters.
     *
     * @return the changed copy
     */
    public TableReader withoutQuotes() {
        return new TableReader(reading, dialect.withoutQuotes(), charset, columns);
    }

    /**
     * Returns this reader for a file that has no header: its first line is a row.
     *
     * @param names the names of the columns, in order
     * @return the changed copy
     * @throws IllegalArgumentException if there are no names, or one is there twice
     */
    public TableReader withoutHeader(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("expected the names of the columns, found none");
        }
        var twice = Header.twice(List.of(names));
        if (twice.isPresent()) {
            throw new IllegalArgumentException(twice.get());
        }
        return new TableReader(reading, dialect, charset, List.of(names));
    }

    /**
     * Returns this reader for a file that is not in UTF-8.
     *
     * @param other the charset
     * @return the changed copy
     */
    public TableReader withCharset(Charset other) {
        return new TableReader(reading, dialect, Objects.requireNonNull(other, "charset"), columns);
    }

    @Override
    public TableReader withName(String name) {
        return with(reading.withName(name));
    }

    @Override
    public TableReader withId(String column) {
        return with(reading.withId(column));
    }

    @Override
    public TableReader withTags(String... names) {
        return with(reading.withTags(names));
    }

    @Override
    public TableReader withMaxFieldLength(int characters) {
        return with(reading.withLimits(reading.limits().withField(characters)));
    }

    @Override
    public TableReader withMaxRowLength(int characters) {
        return with(reading.withLimits(reading.limits().withRow(characters)));
    }

    @Override
    public TableReader streamed() {
        return with(reading.asStream());
    }

    private TableReader with(Reading other) {
        return new TableReader(other, dialect, charset, columns);
    }

    @Override
    public <I, R> Dataset<I, R> read(
            Function<? super Row, ? extends I> input, Function<? super Row, ? extends R> reference) {
        return reading.dataset(
                () -> new TableRows(reading.source(), charset, dialect, reading.limits(), columns), input, reference);
    }
}
