package io.llmops.core.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a UTF-8 text into lines that end with LF (a CR before it is left: it is white space to what reads the line). A
 * byte order mark is dropped, and bytes that are not UTF-8 end the reading, after all lines before theirs. The lines lie
 * in a window of bytes, in one piece each; several in a row lie in the same. Not safe for use by many threads.
 */
final class LineCutter implements Closeable {

    private static final int SIZE = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String source;
    private final InputStream in;
    private final Limits limits;
    private byte[] bytes = new byte[SIZE];
    private int start;
    private int end;
    private int filled;
    private int windows;
    private boolean exhausted;
    private int characters;
    private long line;

    LineCutter(Source source, Limits limits) {
        this.source = source.name();
        this.in = source.content();
        this.limits = limits;
    }

    /** Goes to the next line; returns whether there was one. */
    boolean next() {
        end += end < filled ? 1 : 0;
        start = end;
        characters = 0;
        line++;
        var mayBeMarked = line == 1;
        do {
            goOn();
            if (mayBeMarked && end > start) {
                mayBeMarked = false;
                dropByteOrderMark();
            }
            if (characters > limits.row()) {
                throw DataException.at(source, line, limits.rowTooLong());
            }
            if (end < filled && bytes[end] == '\n') {
                return true;
            }
        } while (refill());
        return end > start;
    }

    /** Goes on to the line feed, or the end of the window, or what is no character or not yet all of one. */
    private void goOn() {
        do {
            var plain = Utf8.plainEnd(bytes, end, filled);
            characters += plain - end;
            end = plain;
        } while (goesOverWideCharacters());
    }

    private boolean goesOverWideCharacters() {
        var from = end;
        while (end < filled && bytes[end] < 0) {
            var length = Utf8.length(bytes, end, filled);
            if (length <= 0) {
                return false;
            }
            end += length;
            characters += length == 4 ? 2 : 1;
        }
        return end > from;
    }

    private void dropByteOrderMark() {
        var after = start + BYTE_ORDER_MARK.length;
        if (end >= after && Arrays.equals(bytes, start, after, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            start = after;
            characters--;
        }
    }

    /** Reads on, which moves the line to the left; returns whether there was more. */
    private boolean refill() {
        if (exhausted) {
            return false;
        }
        if (end < filled && Utf8.length(bytes, end, filled) < 0) {
            throw malformed();
        }
        makeRoom();
        try {
            var count = in.read(bytes, filled, bytes.length - filled);
            exhausted = count < 0;
            filled += Math.max(count, 0);
        } catch (IOException e) {
            throw DataException.unreadable(source, line, e);
        }
        if (exhausted && end < filled) {
            throw malformed();
        }
        return !exhausted;
    }

    private void makeRoom() {
        var kept = filled - start;
        var target = kept > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, start, target, 0, kept);
        bytes = target;
        end -= start;
        start = 0;
        filled = kept;
        windows++;
    }

    private DataException malformed() {
        var problem = new MalformedTextException(StandardCharsets.UTF_8, bytes[end] & 0xff);
        return DataException.unreadable(source, line, problem);
    }

    boolean isBlank() {
        for (var i = start; i < end; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether from there on to the end of the line there is only what JSON takes for white space. */
    boolean endsAt(int position) {
        for (var i = position; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return position <= end;
    }

    /** What holds the line, from {@link #start}, and those behind it that have been read already, to {@link #filled}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int filled() {
        return filled;
    }

    /** Which window the line lies in; a new number each time what is in {@link #bytes} has moved. */
    int window() {
        return windows;
    }

    char[] toCharArray() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8).toCharArray();
    }

    /** The number of the line, counted from 1. */
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
