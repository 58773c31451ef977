package io.llmops.eval.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/**
 * Reads lines of a file, one after another or wherever one begins. What was read around a line is kept, so that lines
 * near each other cost one system call. Not safe for use by many threads.
 */
final class LogLines {

    private static final int WINDOW = 1 << 18;

    private final RandomAccessFile file;
    private byte[] bytes = new byte[WINDOW];
    private long start;
    private int length;
    private int from;
    private int to;

    /** A reader of a file; not of a channel, which an interruption would close. */
    LogLines(RandomAccessFile file) {
        this.file = file;
    }

    /** Goes to the line that begins at an offset; returns false if the file ends before the line does. */
    boolean go(long offset) throws IOException {
        if (offset < start || offset >= start + length) {
            // a little before it, for lines are asked for almost in the order in which they stand
            start = Math.max(0, offset - WINDOW / 4);
            length = 0;
            fill();
        }
        from = (int) Math.min(offset - start, length);
        to = from;
        while (true) {
            while (to < length && bytes[to] != '\n') {
                to++;
            }
            if (to < length) {
                return true;
            }
            if (!more()) {
                return false;
            }
        }
    }

    /** Reads on; what is before the line goes if room is needed. */
    private boolean more() throws IOException {
        if (length == bytes.length) {
            var keep = length - from;
            var target = keep > bytes.length / 2 ? new byte[Math.multiplyExact(bytes.length, 2)] : bytes;
            System.arraycopy(bytes, from, target, 0, keep);
            bytes = target;
            start += from;
            to -= from;
            length = keep;
            from = 0;
        }
        return fill();
    }

    private boolean fill() throws IOException {
        var before = length;
        file.seek(start + length);
        for (var read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
            read = file.read(bytes, length, bytes.length - length);
        }
        return length > before;
    }

    /** Returns where the line begins in the file. */
    long offset() {
        return start + from;
    }

    /** Returns where the next line begins in the file. */
    long next() {
        return start + to + 1;
    }

    /** Returns whether the line is as it was written. */
    boolean isWhole() {
        return LogLine.isWhole(bytes, from, to);
    }

    /** Returns whether there is anything behind the last whole line. */
    boolean isTorn() {
        return to > from;
    }

    /** Returns a copy of the row of a whole line. */
    byte[] row() {
        return Arrays.copyOfRange(bytes, from + LogLine.HEAD, to - LogLine.TAIL);
    }
}
