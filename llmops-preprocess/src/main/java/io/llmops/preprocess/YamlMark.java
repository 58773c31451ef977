package io.llmops.preprocess;

import io.llmops.core.LlmopsException;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in YAML. Immutable.
 *
 * @param source the file, or null for a text that came without one
 * @param line the line, from 1
 */
record YamlMark(@Nullable String source, int line) {

    /** The mark of what was not read from YAML. */
    static final YamlMark NOWHERE = new YamlMark(null, 1);

    LlmopsException error(String message) {
        return error(message, null);
    }

    LlmopsException error(String message, @Nullable Throwable cause) {
        return new LlmopsException((source == null ? "line " + line : source + ":" + line) + ": " + message, cause);
    }
}
