package io.llmops.preprocess.text;

import java.util.Objects;

/**
 * Characters that remember the original they were made from. However often a text is cleaned, {@link #originalSpan}
 * says which characters of the first text a range of it stands for:
 *
 * <pre>{@code
 * Text text = Cleaners.whitespace().clean(Text.of("a   b"));
 * text.toString();          // "a b"
 * text.originalSpan(2, 3);  // Span[start=4, end=5]
 * }</pre>
 *
 * <p>Offsets count UTF-16 units. Two texts are equal if their characters, their originals and every offset are; comparing
 * characters alone is what {@link #toString} is for. A text that nothing changed costs one small object. Immutable.
 */
public final class Text implements CharSequence {

    private final String original;
    private final String value;
    private final OffsetMap offsets;

    Text(String original, String value, OffsetMap offsets) {
        this.original = original;
        this.value = value;
        this.offsets = offsets;
    }

    /**
     * Returns a text that is its own original.
     *
     * @param original the characters; lone surrogates are kept as they are
     * @return the text
     */
    public static Text of(String original) {
        return new Text(Objects.requireNonNull(original, "original"), original, OffsetMap.identity());
    }

    /** {@return the first text, before any change} */
    public String original() {
        return original;
    }

    /** {@return whether this is the original, unchanged} */
    public boolean isOriginal() {
        return offsets == OffsetMap.identity() && value.length() == original.length();
    }

    /**
     * Returns the characters of the original that a range of this text stands for. Where one character became several
     * (ﬁ into fi), each of them stands for the whole of it; characters dropped inside the range are included, those
     * dropped at its edges are not.
     *
     * @param start where the range starts
     * @param end where it ends, exclusive
     * @return the range in the original; an empty range gives an empty one
     * @throws IndexOutOfBoundsException if the range is not inside this text
     */
    public Span originalSpan(int start, int end) {
        Objects.checkFromToIndex(start, end, value.length());
        if (start < end) {
            return new Span(offsets.start(start), offsets.end(end));
        }
        var here = start == 0 ? originalStart() : offsets.end(start);
        return new Span(here, here);
    }

    private int originalStart() {
        return value.isEmpty() ? 0 : offsets.start(0);
    }

    /**
     * Returns where the character at an index starts in the original: the start of {@link #originalSpan}, without its
     * object.
     *
     * @param index an index of this text
     * @return the offset in the original
     */
    public int originalStart(int index) {
        Objects.checkIndex(index, value.length());
        return offsets.start(index);
    }

    /**
     * Returns where the character before an index ends in the original: the end of {@link #originalSpan}, without its
     * object.
     *
     * @param index an index of this text, or its length; at least 1
     * @return the offset in the original, exclusive
     */
    public int originalEnd(int index) {
        Objects.checkIndex(index - 1, value.length());
        return offsets.end(index);
    }

    /**
     * Returns a part of this text, with the same original.
     *
     * @param start where it starts
     * @param end where it ends, exclusive
     * @return the part; its offsets are those it had here
     */
    public Text slice(int start, int end) {
        Objects.checkFromToIndex(start, end, value.length());
        if (start == 0 && end == value.length()) {
            return this;
        }
        var map = new OffsetMap.Builder(offsets);
        map.keep(start, end, 0);
        return new Text(original, value.substring(start, end), map.build());
    }

    /**
     * Returns this text with other characters at the same places: the character at each index of the new text stands for
     * the one at the same index here.
     *
     * @param sameLength as many characters as this text has
     * @return the changed text
     * @throws IllegalArgumentException if the lengths differ
     */
    public Text withCharacters(String sameLength) {
        if (sameLength.length() != value.length()) {
            throw new IllegalArgumentException(
                    "expected " + value.length() + " characters, found " + sameLength.length());
        }
        return sameLength.equals(value) ? this : new Text(original, sameLength, offsets);
    }

    /** {@return an editor over this text, for changes from left to right} */
    public TextEditor edit() {
        return new TextEditor(this);
    }

    OffsetMap offsets() {
        return offsets;
    }

    @Override
    public int length() {
        return value.length();
    }

    @Override
    public char charAt(int index) {
        return value.charAt(index);
    }

    /** {@return the characters from start to end, as a {@link #slice}} */
    @Override
    public Text subSequence(int start, int end) {
        return slice(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text
                && value.equals(text.value)
                && original.equals(text.original)
                && offsetsEqual(text);
    }

    private boolean offsetsEqual(Text other) {
        if (offsets == other.offsets) {
            return true;
        }
        for (var i = 0; i < value.length(); i++) {
            if (offsets.start(i) != other.offsets.start(i) || offsets.end(i + 1) != other.offsets.end(i + 1)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * original.hashCode() + value.hashCode();
    }

    /** {@return the characters as they are now} */
    @Override
    public String toString() {
        return value;
    }
}
