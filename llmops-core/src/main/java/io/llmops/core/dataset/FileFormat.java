package io.llmops.core.dataset;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A format that a file's name tells. Immutable.
 *
 * @param ending what the name ends in, in lower case
 * @param reader makes its reader
 */
record FileFormat(String ending, Function<Location, DatasetReader> reader) {

    private static final List<FileFormat> ALL = List.of(
            new FileFormat(".csv", location -> TableReader.of(withoutPointer(location), Dialect.CSV)),
            new FileFormat(".tsv", location -> TableReader.of(withoutPointer(location), Dialect.TSV)),
            new FileFormat(".tab", location -> TableReader.of(withoutPointer(location), Dialect.TSV)),
            new FileFormat(".jsonl", location -> JsonReader.lines(withoutPointer(location))),
            new FileFormat(".ndjson", location -> JsonReader.lines(withoutPointer(location))),
            new FileFormat(".json", location -> JsonReader.array(location.source(), location.pointer())));
    private static final String GZIPPED = ".gz";

    static DatasetReader reader(Location location) {
        var name = location.source().fileName().toLowerCase(Locale.ROOT);
        var plain = name.endsWith(GZIPPED) ? name.substring(0, name.length() - GZIPPED.length()) : name;
        return ALL.stream()
                .filter(format -> plain.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> DataException.of(
                        location.source().name(),
                        "expected a name that ends in one of "
                                + ALL.stream().map(FileFormat::ending).toList() + ", each also with .gz"))
                .reader()
                .apply(location);
    }

    private static Source withoutPointer(Location location) {
        if (!location.pointer().isEmpty()) {
            throw DataException.of(
                    location.source().name(),
                    "expected a .json file for the pointer " + location.pointer() + " into it, found another kind");
        }
        return location.source();
    }
}
