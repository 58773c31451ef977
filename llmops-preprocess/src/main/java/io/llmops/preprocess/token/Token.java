package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Span;
import java.util.Objects;

/**
 * A piece of a text. Its {@code text} may have been changed since (lower case, stem); its offsets say where it stood in
 * the original. Immutable.
 *
 * @param text the token as it is now
 * @param start where it starts in the original, in UTF-16 units
 * @param end where it ends in the original, exclusive
 * @param type what it is
 * @param position its place in the order of tokens, from 0; a dropped token leaves a gap, two at one place share it
 */
public record Token(String text, int start, int end, TokenType type, int position) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the offsets are out of order or the position is negative
     */
    public Token {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(type, "type");
        if (start < 0 || end < start || position < 0) {
            throw new IllegalArgumentException(
                    "expected 0 <= start <= end and 0 <= position, found " + start + ", " + end + " and " + position);
        }
    }

    /** {@return where it stood in the original} */
    public Span span() {
        return new Span(start, end);
    }

    /**
     * Returns this token with another text at the same place.
     *
     * @param text the new text
     * @return the changed copy
     */
    public Token withText(String text) {
        return new Token(text, start, end, type, position);
    }

    /**
     * Returns this token as another kind.
     *
     * @param type the new kind
     * @return the changed copy
     */
    public Token withType(TokenType type) {
        return new Token(text, start, end, type, position);
    }
}
