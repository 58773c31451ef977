package io.llmops.core.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the characters of a table into rows of fields as RFC 4180 says, counting physical lines. Lines end with LF, CR LF
 * or CR; lines with nothing on them are passed over. A field is always in one piece in the buffer: the buffer grows with
 * it, up to the limits, and doubled quotes are undone in place. Not safe for use by many threads.
 */
final class TableParser implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final char QUOTE = '"';

    private final String source;
    private final StrictReader in;
    private final Dialect dialect;
    private final Limits limits;
    private final boolean[] special = new boolean[128];
    private final char delimiter;

    private char[] buffer = new char[BUFFER];
    private int start;
    private int position;
    private int end;
    private boolean exhausted;
    private boolean afterCarriageReturn;
    private long line = 1;
    private long rowLine = 1;
    private long fieldLine = 1;
    private long rowLength;
    private String[] fields = new String[16];

    TableParser(String source, StrictReader in, Dialect dialect, Limits limits) {
        this.source = source;
        this.in = in;
        this.dialect = dialect;
        this.limits = limits;
        this.delimiter = dialect.delimiter();
        special['\n'] = true;
        special['\r'] = true;
        special[QUOTE] = !dialect.looseQuotes();
    }

    /** Physical line, counted from 1, on which the last row began. */
    long line() {
        return rowLine;
    }

    /** Returns the fields of the next row, or null at the end. */
    String @Nullable [] next() {
        skipEmptyLines();
        if (!more()) {
            return null;
        }
        rowLine = line;
        rowLength = 0;
        var count = 0;
        do {
            start = position;
            fieldLine = line;
            if (count == fields.length) {
                fields = Arrays.copyOf(fields, count * 2);
            }
            fields[count++] = more() && buffer[position] == QUOTE && dialect.quotes() ? quoted() : plain();
        } while (delimiterFollows());
        lineEnd();
        return Arrays.copyOf(fields, count);
    }

    private void skipEmptyLines() {
        start = position;
        while (more() && isLineEnd(buffer[position])) {
            lineEnd();
            start = position;
        }
    }

    private String plain() {
        while (true) {
            position = scan(position);
            if (position < end) {
                if (buffer[position] == QUOTE && !dialect.looseQuotes()) {
                    throw problem(
                            line,
                            "expected a text with quotes in it to be quoted as a whole, found "
                                    + Excerpt.of(new String(buffer, start, position - start + 1))
                                    + "; withoutQuotes() reads quotes as text");
                }
                return field(start, position);
            }
            if (!refill()) {
                return field(start, position);
            }
        }
    }

    /** Where the next character is that may end a plain field. */
    private int scan(int from) {
        var chars = buffer;
        var stop = end;
        var between = delimiter;
        var ends = special;
        var at = from;
        while (at < stop) {
            var c = chars[at];
            if (c == between || (c < ends.length && ends[c])) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** Reads a quoted field; what it says is moved to the left over the quotes that are undone. */
    private String quoted() {
        position++;
        var length = 0;
        while (true) {
            var from = position;
            position = scanQuoted(position);
            if (length != from - start - 1) {
                System.arraycopy(buffer, from, buffer, start + 1 + length, position - from);
            }
            length += position - from;
            if (!more()) {
                throw problem(fieldLine, "expected a closing quote, found the end of the file");
            }
            if (buffer[position] != QUOTE) {
                continue;
            }
            position++;
            if (!more() || buffer[position] != QUOTE) {
                break;
            }
            buffer[start + 1 + length++] = QUOTE;
            position++;
        }
        afterCarriageReturn = false;
        if (more() && buffer[position] != delimiter && !isLineEnd(buffer[position])) {
            throw problem(
                    line,
                    "expected a delimiter or the end of the line after a closing quote, found "
                            + Excerpt.of(buffer[position]) + "; withoutQuotes() reads quotes as text");
        }
        return field(start + 1, start + 1 + length);
    }

    /** Where the next quote is, counting the lines before it. */
    private int scanQuoted(int from) {
        var at = from;
        while (at < end && buffer[at] != QUOTE) {
            var c = buffer[at++];
            if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
                line++;
            }
            afterCarriageReturn = c == '\r';
        }
        return at;
    }

    private String field(int from, int to) {
        if (to - from > limits.field()) {
            throw problem(fieldLine, limits.fieldTooLong());
        }
        rowLength += to - from + 1;
        if (rowLength - 1 > limits.row()) {
            throw problem(rowLine, limits.rowTooLong());
        }
        return new String(buffer, from, to - from);
    }

    private boolean delimiterFollows() {
        if (more() && buffer[position] == delimiter) {
            position++;
            return true;
        }
        return false;
    }

    private void lineEnd() {
        start = position;
        if (!more()) {
            return;
        }
        var c = buffer[position++];
        line++;
        if (c == '\r' && more() && buffer[position] == '\n') {
            position++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean more() {
        return position < end || refill();
    }

    /** Reads on, keeping what is between start and position. Returns whether there was more. */
    private boolean refill() {
        if (exhausted) {
            return false;
        }
        if (position - start > (long) limits.field() * 2 + 2) {
            throw problem(fieldLine, limits.fieldTooLong());
        }
        makeRoom();
        try {
            var count = in.read(buffer, end, buffer.length - end);
            exhausted = count < 0;
            end += Math.max(count, 0);
        } catch (IOException e) {
            throw DataException.unreadable(source, line, e);
        }
        return !exhausted;
    }

    private void makeRoom() {
        var kept = end - start;
        var target = kept > buffer.length / 2 ? new char[buffer.length * 2] : buffer;
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        position -= start;
        start = 0;
        end = kept;
    }

    private DataException problem(long where, String what) {
        return DataException.at(source, where, what);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
