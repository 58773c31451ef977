package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.LlmopsException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a run log: the header, the last row of each observation, and what was wrong with the file.
 *
 * @param header the first row; empty of a file without a whole line
 * @param rows by {@link #key}
 * @param length of the file up to the end of its last whole line, in bytes
 * @param notes on lines that were left out
 */
record LogContents(Optional<JsonNode> header, Map<String, JsonNode> rows, long length, List<String> notes) {

    static String key(String id, int repeat) {
        return repeat + " " + id;
    }

    static LogContents read(Path file) throws IOException {
        Optional<JsonNode> header = Optional.empty();
        var rows = new HashMap<String, JsonNode>();
        var notes = new ArrayList<String>();
        var length = 0L;
        var number = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (var line = line(in); line.length > 0; line = line(in)) {
                number++;
                if (line[line.length - 1] != '\n') {
                    notes.add(file + ":" + number + ": the last line was torn and is left out");
                    break;
                }
                length += line.length;
                var row = parsed(new String(line, 0, line.length - 1, StandardCharsets.UTF_8));
                if (number == 1) {
                    header = Optional.of(row.orElseThrow(() -> new LlmopsException(
                            file + ":1: expected the header of a run log, found a line that is none")));
                } else if (row.isPresent() && row.get().hasNonNull("id")) {
                    rows.put(
                            key(
                                    row.get().get("id").asText(),
                                    row.get().path("repeat").asInt()),
                            row.get());
                } else {
                    notes.add(file + ":" + number
                            + ": expected an observation with its checksum, found a corrupt line; it is left out");
                }
            }
        }
        return new LogContents(header, rows, length, notes);
    }

    private static Optional<JsonNode> parsed(String line) {
        return LogLine.row(line).flatMap(row -> {
            try {
                return Optional.of(JsonForm.MAPPER.readTree(row));
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns the bytes up to the next newline and that; none at the end. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
