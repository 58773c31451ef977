package io.llmops.core.dataset;

import java.nio.file.Path;

/**
 * Where datasets come from. A location given as text is a path, or {@code classpath:} and the name of a resource;
 * whatever is gzipped is unzipped, by its content and not by its name. Safe for use by many threads.
 */
public final class Datasets {

    private Datasets() {}

    /**
     * Returns a reader of comma-separated values.
     *
     * @param file the file
     * @return the reader
     */
    public static TableReader csv(Path file) {
        return TableReader.of(Source.file(file), Dialect.CSV);
    }

    /**
     * Returns a reader of comma-separated values.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @return the reader
     */
    public static TableReader csv(String location) {
        return TableReader.of(Source.at(location), Dialect.CSV);
    }

    /**
     * Returns a reader of tab-separated values. A quote inside a field that does not begin with one is text.
     *
     * @param file the file
     * @return the reader
     */
    public static TableReader tsv(Path file) {
        return TableReader.of(Source.file(file), Dialect.TSV);
    }

    /**
     * Returns a reader of tab-separated values. A quote inside a field that does not begin with one is text.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @return the reader
     */
    public static TableReader tsv(String location) {
        return TableReader.of(Source.at(location), Dialect.TSV);
    }
}
