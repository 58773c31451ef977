package io.llmops.core.model.replay;

import io.llmops.core.LlmopsException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A cassette does not know the answer to a request. The message is for the one who runs the test: it shows in what the
 * nearest recorded request differs, redacted and bounded. Immutable.
 */
public final class MissingRecordingException extends LlmopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] differences;

    MissingRecordingException(Path missing, String nearest, List<String> differences) {
        super(missing + ": expected a recorded answer, found none; " + nearest
                + differences.stream().map(line -> "\n  " + line).collect(Collectors.joining())
                + "\nTo record it, run with -D" + ReplayMode.PROPERTY + "=record");
        this.differences = differences.toArray(String[]::new);
    }

    /** {@return in what the nearest recorded request differs, at most a few lines; empty if there is none} */
    public List<String> differences() {
        return List.of(differences);
    }
}
