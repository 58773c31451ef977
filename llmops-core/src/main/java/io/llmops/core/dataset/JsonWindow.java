package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of lines with one parser for all that lie in a window, since a parser costs more than a line. It
 * does not see where a line ends, so only a value that fills its line is taken. Not safe for use by many threads.
 */
final class JsonWindow implements Closeable {

    private final LineCutter lines;
    private final JsonText json;
    private MappingIterator<JsonNode> values = MappingIterator.emptyIterator();
    private int window;
    private int start;

    JsonWindow(LineCutter lines, JsonText json) {
        this.lines = lines;
        this.json = json;
    }

    /** The value of the line, if it fills it; null if the line has to be read by itself. */
    @Nullable
    JsonNode value() {
        try {
            if (window != lines.window()) {
                open();
            }
            if (values.hasNextValue()) {
                var value = values.nextValue();
                if (lines.endsAt(start + (int) values.getCurrentLocation().getByteOffset())) {
                    return value;
                }
            }
        } catch (IOException e) {
            // Whoever reads the line by itself will find out what is wrong with it, and say so.
        }
        window = 0;
        return null;
    }

    private void open() throws IOException {
        values.close();
        window = lines.window();
        start = lines.start();
        values = json.trees(lines.bytes(), start, lines.filled() - start);
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            values.close();
        }
    }
}
