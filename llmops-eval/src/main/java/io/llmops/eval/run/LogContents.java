package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a run log: the header, where the last row of each observation is, and what was wrong with the file.
 *
 * @param header the first row; empty of a file without a whole line
 * @param index of the rows
 * @param length of the file up to the end of its last whole line, in bytes
 * @param notes on lines that were left out
 */
record LogContents(Optional<JsonNode> header, LogIndex index, long length, List<String> notes) {

    /** A place in a log that no dataset has. */
    private static final long NOWHERE = -1;

    static LogContents read(RandomAccessFile in, Path file) throws IOException {
        Optional<JsonNode> header = Optional.empty();
        var index = new LogIndex();
        var notes = new ArrayList<String>();
        var length = 0L;
        var number = 0;
        var size = 0L;
        var lines = new LogLines(in);
        while (lines.go(length)) {
            number++;
            if (number == 1) {
                var first = header(lines, file);
                size = first.path("dataset").path("size").asLong();
                header = Optional.of(first);
            } else if (!lines.isWhole() || !added(lines, index, size)) {
                notes.add(file + ":" + number
                        + ": expected an observation with its checksum, found a corrupt line; it is left out");
            }
            length = lines.next();
        }
        if (lines.isTorn()) {
            notes.add(file + ":" + (number + 1) + ": the last line was torn and is left out");
        }
        return new LogContents(header, index, length, notes);
    }

    private static JsonNode header(LogLines lines, Path file) throws IOException {
        if (!lines.isWhole()) {
            throw new LlmopsException(file + ":1: expected the header of a run log, found a line that is none");
        }
        return JsonForm.MAPPER.readTree(lines.row());
    }

    /** Adds the line's row to the index; false if it is none of a dataset of this size. */
    private static boolean added(LogLines lines, LogIndex index, long size) throws IOException {
        var position = NOWHERE;
        var repeat = 0;
        try (var row = JsonForm.MAPPER.createParser(lines.row())) {
            row.nextToken();
            for (var name = row.nextFieldName(); name != null; name = row.nextFieldName()) {
                var value = row.nextToken();
                if (value == JsonToken.VALUE_NUMBER_INT && name.equals("at")) {
                    position = row.getLongValue();
                } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("repeat")) {
                    repeat = row.getIntValue();
                } else {
                    row.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            return false;
        }
        if (position < 0 || position >= size || repeat < 0) {
            return false;
        }
        index.put(position, repeat, lines.offset());
        return true;
    }
}
