package io.llmops.core.dataset;

import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.io.Serial;
import java.util.OptionalLong;

/**
 * A file of examples is not what it should be. The message reads {@code tickets.csv:17: expected …, found …}: the
 * source as the caller gave it, the line in it, counted from 1, on which the trouble is, and what is wrong. Immutable.
 */
public final class DataException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String source;
    private final long line;

    private DataException(String source, long line, String problem) {
        super(where(source, line) + ": " + problem);
        this.source = source;
        this.line = line;
    }

    private DataException(String source, long line, String problem, Throwable cause) {
        super(where(source, line) + ": " + problem, cause);
        this.source = source;
        this.line = line;
    }

    static DataException of(String source, String problem) {
        return new DataException(source, 0, problem);
    }

    static DataException at(String source, long line, String problem) {
        return new DataException(source, line, problem);
    }

    static DataException at(String source, long line, String problem, Throwable cause) {
        return new DataException(source, line, problem, cause);
    }

    /** Bytes that are not text, or that stop coming; {@code line} is 0 when no line is known. */
    static DataException unreadable(String source, long line, IOException cause) {
        var problem = cause instanceof MalformedTextException
                ? String.valueOf(cause.getMessage())
                : "expected a readable file, found " + cause;
        return new DataException(source, line, problem, cause);
    }

    private static String where(String source, long line) {
        return line > 0 ? source + ":" + line : source;
    }

    /** {@return the file or class path resource, as the caller gave it} */
    public String source() {
        return source;
    }

    /** {@return the physical line, counted from 1; empty if the trouble is with the source as a whole} */
    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }
}
