package io.llmops.core.dataset;

import java.io.Closeable;
import java.io.IOException;

/**
 * Cuts a text into lines that end with LF (a CR before it is left: it is white space to what reads the line). Not safe
 * for use by many threads.
 */
final class LineCutter implements Closeable {

    private final String source;
    private final TextWindow text;
    private final Limits limits;
    private long line;

    LineCutter(String source, StrictReader in, Limits limits) {
        this.source = source;
        this.text = new TextWindow(source, in);
        this.limits = limits;
    }

    /** Goes to the next line; returns whether there was one. */
    boolean next() {
        if (line > 0 && text.more()) {
            text.position++;
        }
        line++;
        text.line = line;
        text.start = text.position;
        while (text.more()) {
            while (text.position < text.end && text.chars[text.position] != '\n') {
                text.position++;
            }
            if (length() > limits.row()) {
                throw DataException.at(source, line, limits.rowTooLong());
            }
            if (text.position < text.end) {
                return true;
            }
        }
        return length() > 0;
    }

    boolean isBlank() {
        for (var i = text.start; i < text.position; i++) {
            if (text.chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** What holds the line, from {@link #start}. */
    char[] chars() {
        return text.chars;
    }

    int start() {
        return text.start;
    }

    int length() {
        return text.position - text.start;
    }

    /** The number of the line, counted from 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
