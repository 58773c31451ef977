package io.llmops.core.dataset;

import java.io.IOException;
import java.io.Reader;
import java.io.Serial;

/**
 * Stops the reading of a row that has grown far beyond its limit, before it fills the memory. A parser reads ahead, so
 * this is not exact. Not safe for use by many threads.
 */
final class RowGuard extends Reader {

    private static final int READ_AHEAD = 1 << 16;

    private final Reader in;
    private final Limits limits;
    private boolean inRow;
    private long length;

    RowGuard(Reader in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    void startRow() {
        inRow = true;
        length = 0;
    }

    void endRow() {
        inRow = false;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        var read = in.read(target, offset, count);
        length += Math.max(read, 0);
        if (inRow && length > (long) limits.row() + READ_AHEAD) {
            throw new TooLongException();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A row is longer than the limit. */
    static final class TooLongException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;
    }
}
