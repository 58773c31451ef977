package io.llmops.core.dataset;

import java.io.Closeable;
import java.io.IOException;

/**
 * The part of a text that is being looked at: what is between {@code start} and {@code end} lies in one piece in {@code
 * chars}, which is read on when {@code position} has come to the end, and grows if it must. Its fields are for the
 * parsers of this package, which count the lines. Not safe for use by many threads.
 */
final class TextWindow implements Closeable {

    private static final int SIZE = 1 << 16;

    private final String source;
    private final StrictReader in;
    private boolean exhausted;

    char[] chars = new char[SIZE];
    int start;
    int position;
    int end;
    long line = 1;

    TextWindow(String source, StrictReader in) {
        this.source = source;
        this.in = in;
    }

    /** Whether there is a character at the position; reads on if need be, which moves everything to the left. */
    boolean more() {
        return position < end || refill();
    }

    private boolean refill() {
        if (exhausted) {
            return false;
        }
        var kept = end - start;
        var target = kept > chars.length / 2 ? new char[chars.length * 2] : chars;
        System.arraycopy(chars, start, target, 0, kept);
        chars = target;
        position -= start;
        start = 0;
        end = kept;
        try {
            var count = in.read(chars, end, chars.length - end);
            exhausted = count < 0;
            end += Math.max(count, 0);
        } catch (IOException e) {
            throw DataException.unreadable(source, line, e);
        }
        return !exhausted;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
