package io.llmops.core.prompt;

import io.llmops.core.LlmopsException;
import java.io.Serial;
import java.util.OptionalInt;

/**
 * A prompt template is not what it should be, or renders to something no model takes. The message reads {@code
 * intent.md:3: expected …, found …}. Immutable.
 */
public final class PromptException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;

    PromptException(String source, int line, String problem) {
        super((line > 0 ? source + ":" + line : source) + ": " + problem);
        this.source = source;
        this.line = line;
    }

    PromptException(String source, String problem, Throwable cause) {
        super(source + ": " + problem, cause);
        this.source = source;
        this.line = 0;
    }

    /** {@return the file, the class path resource or, of a template that came as text, its name} */
    public String source() {
        return source;
    }

    /** {@return the line in it, counted from 1; empty if the trouble is with the whole} */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
