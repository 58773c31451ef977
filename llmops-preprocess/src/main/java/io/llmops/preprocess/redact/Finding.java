package io.llmops.preprocess.redact;

import io.llmops.preprocess.text.Span;
import java.util.Objects;

/**
 * Something found in a text: what it is and where, in UTF-16 units. It does not hold the characters themselves, so it may be
 * logged. Immutable.
 *
 * @param type what it is
 * @param start where it starts, 0 or more
 * @param end where it ends, exclusive, behind the start
 */
public record Finding(EntityType type, int start, int end) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the range is empty or out of order
     */
    public Finding {
        Objects.requireNonNull(type, "type");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("expected 0 <= start < end, found " + start + " and " + end);
        }
    }

    /** {@return where it is} */
    public Span span() {
        return new Span(start, end);
    }

    /**
     * Returns the characters that were found.
     *
     * @param text what was searched
     * @return its characters
     * @throws IndexOutOfBoundsException if the text is shorter than the finding's end
     */
    public String of(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }
}
