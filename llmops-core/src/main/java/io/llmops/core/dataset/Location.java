package io.llmops.core.dataset;

import java.util.Objects;

/**
 * A source, and what to read in it. Immutable.
 *
 * @param source the source
 * @param pointer a JSON Pointer to an array in it; empty for the whole
 */
record Location(Source source, String pointer) {

    private static final String FRAGMENT = "#/";

    /** A path or {@code classpath:} and the name of a resource, perhaps with a JSON Pointer behind a {@code #}. */
    static Location parse(String text) {
        var at = Objects.requireNonNull(text, "location").indexOf(FRAGMENT);
        return at < 0
                ? new Location(Source.at(text), "")
                : new Location(Source.at(text.substring(0, at)), text.substring(at + 1));
    }
}
