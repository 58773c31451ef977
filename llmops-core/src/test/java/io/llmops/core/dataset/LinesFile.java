package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** A file of JSON Lines, read as a stream. */
final class LinesFile {

    /** More bytes than are read at once. */
    static final int MUCH = 100_000;

    /** What Jackson says it expected. */
    static final String A_VALUE = " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    private LinesFile() {}

    static DatasetReader of(Path folder, String content) throws IOException {
        return of(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    static DatasetReader of(Path folder, byte[] content) throws IOException {
        return Datasets.jsonl(Files.write(folder.resolve("rows.jsonl"), content))
                .streamed();
    }

    /** Asserts that so many rows are read and then something is wrong. */
    static void assertProblem(DatasetReader reader, int rows, String message) {
        var seen = new ArrayList<>();
        var dataset = reader.read(row -> seen.add(row.json()));
        assertThatThrownBy(() -> {
                    try (var all = dataset.stream()) {
                        all.forEach(example -> {});
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("rows.jsonl:" + message);
        assertThat(seen).hasSize(rows);
    }
}
