package io.llmops.preprocess.text;

/**
 * A range of characters (UTF-16 units). Immutable.
 *
 * @param start where it starts, 0 or more
 * @param end where it ends, exclusive, not before the start
 */
public record Span(int start, int end) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the start is negative or behind the end
     */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("expected 0 <= start <= end, found " + start + " and " + end);
        }
    }

    /** {@return the number of characters in it} */
    public int length() {
        return end - start;
    }

    /**
     * Returns the characters of this range.
     *
     * @param text what the range is of
     * @return its characters
     * @throws IndexOutOfBoundsException if the text is shorter than the range's end
     */
    public String of(String text) {
        return text.substring(start, end);
    }
}
