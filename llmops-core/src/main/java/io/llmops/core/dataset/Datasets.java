package io.llmops.core.dataset;

import java.nio.file.Path;

/**
 * Where datasets come from: one reader a format, see {@link DatasetReader}. A location given as text is a path, or {@code
 * classpath:} and the name of a resource; one of JSON may end in {@code #} and a JSON Pointer to the array that is meant
 * ({@code classpath:all.json#/test}). What is gzipped is unzipped, which is told by the content and not by the name.
 * Safe for use by many threads.
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

    /**
     * Returns a reader of JSON Lines: an object or an array on each line, in UTF-8.
     *
     * @param file the file
     * @return the reader
     */
    public static DatasetReader jsonl(Path file) {
        return JsonReader.lines(Source.file(file));
    }

    /**
     * Returns a reader of JSON Lines: an object or an array on each line, in UTF-8.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @return the reader
     */
    public static DatasetReader jsonl(String location) {
        return JsonReader.lines(Source.at(location));
    }

    /**
     * Returns a reader of a JSON document in UTF-8 that is an array of objects or arrays. It is read piece by piece, never
     * as a whole.
     *
     * @param file the file
     * @return the reader
     */
    public static DatasetReader json(Path file) {
        return json(file, "");
    }

    /**
     * Returns a reader of an array of objects or arrays somewhere in a JSON document in UTF-8. It is read piece by piece,
     * and only to the end of the array.
     *
     * @param file the file
     * @param pointer a JSON Pointer (RFC 6901) to the array, such as {@code /train}
     * @return the reader
     * @throws IllegalArgumentException if the pointer is not empty and does not begin with a slash
     */
    public static DatasetReader json(Path file, String pointer) {
        return JsonReader.array(Source.file(file), pointer);
    }

    /**
     * Returns a reader of an array of objects or arrays in a JSON document in UTF-8. It is read piece by piece, and only to
     * the end of the array.
     *
     * @param location a path, or {@code classpath:} and the name of a resource; then, if the array is not the whole
     *     document, {@code #} and a JSON Pointer to it
     * @return the reader
     */
    public static DatasetReader json(String location) {
        var parsed = Location.parse(location);
        return JsonReader.array(parsed.source(), parsed.pointer());
    }

    /**
     * Returns a reader of the format that a file's name tells: {@code .csv}, {@code .tsv} or {@code .tab}, {@code .jsonl}
     * or {@code .ndjson}, {@code .json}, and any of these with {@code .gz}.
     *
     * @param file the file
     * @return the reader
     * @throws DataException if the name tells no format
     */
    public static DatasetReader file(Path file) {
        return FileFormat.reader(new Location(Source.file(file), ""));
    }

    /**
     * Returns a reader of the format that a location's name tells: {@code .csv}, {@code .tsv} or {@code .tab}, {@code
     * .jsonl} or {@code .ndjson}, {@code .json}, and any of these with {@code .gz}.
     *
     * @param location a path, or {@code classpath:} and the name of a resource; of JSON, perhaps with {@code #} and a JSON
     *     Pointer
     * @return the reader
     * @throws DataException if the name tells no format
     */
    public static DatasetReader file(String location) {
        return FileFormat.reader(Location.parse(location));
    }
}
