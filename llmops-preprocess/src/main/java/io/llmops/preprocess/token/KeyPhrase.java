package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A phrase that says what a text is about. Immutable.
 *
 * @param text the phrase in lower case, its words apart by a space
 * @param score how much it says, above 0; comparable within a text
 * @param spans where it stands in the original, in order; at least one
 */
public record KeyPhrase(String text, double score, List<Span> spans) {

    /** Checks that nothing is missing, and copies the places. */
    public KeyPhrase {
        Objects.requireNonNull(text, "text");
        spans = List.copyOf(spans);
    }
}
