package io.llmops.core.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a table into rows of fields as RFC 4180 says, counting physical lines. Lines end with LF, CR LF or
 * CR; lines with nothing on them are passed over. Doubled quotes are undone in place, so that a field is copied once.
 * Not safe for use by many threads.
 */
final class TableParser implements Closeable {

    private static final char QUOTE = '"';
    private static final int ASCII = 128;

    private final String source;
    private final TextWindow text;
    private final Dialect dialect;
    private final Limits limits;
    private final char delimiter;
    private final boolean[] endsPlain = new boolean[ASCII];

    private String[] fields = new String[16];
    private boolean afterCarriageReturn;
    private long rowLine = 1;
    private long fieldLine = 1;
    private long rowLength;

    TableParser(String source, StrictReader in, Dialect dialect, Limits limits) {
        this.source = source;
        this.text = new TextWindow(source, in);
        this.dialect = dialect;
        this.limits = limits;
        this.delimiter = dialect.delimiter();
        endsPlain['\n'] = true;
        endsPlain['\r'] = true;
        endsPlain[QUOTE] = !dialect.looseQuotes();
    }

    /** The physical line, counted from 1, on which the last row began. */
    long line() {
        return rowLine;
    }

    /** Returns the fields of the next row, or null at the end. */
    String @Nullable [] next() {
        skipEmptyLines();
        if (!text.more()) {
            return null;
        }
        rowLine = text.line;
        rowLength = 0;
        var count = 0;
        do {
            text.start = text.position;
            fieldLine = text.line;
            if (count == fields.length) {
                fields = Arrays.copyOf(fields, count * 2);
            }
            fields[count++] = dialect.quotes() && stands(QUOTE) ? quoted() : plain();
        } while (skips(delimiter));
        endLine();
        return Arrays.copyOf(fields, count);
    }

    private void skipEmptyLines() {
        text.start = text.position;
        while (stands('\n') || stands('\r')) {
            endLine();
        }
    }

    private void endLine() {
        text.start = text.position;
        if (text.more()) {
            text.line++;
            if (!skips('\n') && skips('\r')) {
                skips('\n');
            }
        }
    }

    private boolean stands(char c) {
        return text.more() && text.chars[text.position] == c;
    }

    private boolean skips(char c) {
        var there = stands(c);
        if (there) {
            text.position++;
        }
        return there;
    }

    private String plain() {
        while (text.more()) {
            text.position = plainEnd();
            if (text.position < text.end) {
                break;
            }
            checkLength(text.position - text.start);
        }
        if (!dialect.looseQuotes() && stands(QUOTE)) {
            throw problem(
                    text.line,
                    "expected a text with quotes in it to be quoted as a whole, found "
                            + Excerpt.of(new String(text.chars, text.start, text.position - text.start + 1))
                            + "; withoutQuotes() reads quotes as text");
        }
        return field(text.start, text.position);
    }

    /** Where the next character is that may end a plain field, or the end of what has been read. */
    private int plainEnd() {
        var chars = text.chars;
        var end = text.end;
        var between = delimiter;
        var ends = endsPlain;
        var at = text.position;
        while (at < end) {
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
        text.position++;
        var length = 0;
        while (true) {
            var from = text.position;
            text.position = nextQuote();
            var piece = text.position - from;
            System.arraycopy(text.chars, from, text.chars, text.start + 1 + length, piece);
            length += piece;
            checkLength(length);
            if (!text.more()) {
                throw problem(fieldLine, "expected a closing quote, found the end of the file");
            }
            if (skips(QUOTE)) {
                if (!skips(QUOTE)) {
                    break;
                }
                text.chars[text.start + 1 + length++] = QUOTE;
            }
        }
        afterCarriageReturn = false;
        if (text.more() && !stands(delimiter) && !stands('\n') && !stands('\r')) {
            throw problem(
                    text.line,
                    "expected a delimiter or the end of the line after a closing quote, found "
                            + Excerpt.of(text.chars[text.position]) + "; withoutQuotes() reads quotes as text");
        }
        return field(text.start + 1, text.start + 1 + length);
    }

    /** Where the next quote is, or the end of what has been read; counts the lines before it. */
    private int nextQuote() {
        var at = text.position;
        while (at < text.end && text.chars[at] != QUOTE) {
            var c = text.chars[at++];
            if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
                text.line++;
            }
            afterCarriageReturn = c == '\r';
        }
        return at;
    }

    private String field(int from, int to) {
        var length = to - from;
        checkLength(length);
        rowLength += length;
        if (rowLength > limits.row()) {
            throw problem(rowLine, limits.rowTooLong());
        }
        rowLength++;
        return new String(text.chars, from, length);
    }

    private void checkLength(int length) {
        if (length > limits.field()) {
            throw problem(fieldLine, limits.fieldTooLong());
        }
    }

    private DataException problem(long where, String what) {
        return DataException.at(source, where, what);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
