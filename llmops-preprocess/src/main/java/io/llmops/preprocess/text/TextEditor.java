package io.llmops.preprocess.text;

import java.util.Objects;

/**
 * Changes a text from left to right and keeps its offsets. What no call names is kept as it is. This is how a
 * {@link Cleaner} is written:
 *
 * <pre>{@code
 * Cleaner noStars = text -> {
 *     TextEditor editor = text.edit();
 *     for (int i = 0; i < text.length(); i++) {
 *         if (text.charAt(i) == '*') {
 *             editor.remove(i, i + 1);
 *         }
 *     }
 *     return editor.finish();
 * };
 * }</pre>
 *
 * <p>Not safe for use by many threads.
 */
public final class TextEditor {

    private final Text source;
    private final StringBuilder edited = new StringBuilder();
    private final OffsetMap.Builder map;
    private int done;
    private boolean changed;

    TextEditor(Text source) {
        this.source = source;
        this.map = new OffsetMap.Builder(source.offsets());
    }

    /**
     * Puts other characters in the place of a range.
     *
     * @param start where the range starts, not before the end of the last change
     * @param end where it ends, exclusive; the start itself to insert
     * @param replacement the new characters, which stand for the whole range
     * @return this editor
     * @throws IllegalArgumentException if the range starts before the end of the last change
     * @throws IndexOutOfBoundsException if the range is not inside the text
     */
    public TextEditor replace(int start, int end, CharSequence replacement) {
        Objects.checkFromToIndex(start, end, source.length());
        if (start < done) {
            throw new IllegalArgumentException("expected a change at " + done + " or behind it, found one at " + start);
        }
        if (isSame(start, end, replacement)) {
            return this;
        }
        keepTo(start);
        if (!replacement.isEmpty()) {
            map.replace(start, end, edited.length());
            edited.append(replacement);
        }
        done = end;
        changed = true;
        return this;
    }

    /**
     * Drops a range.
     *
     * @param start where the range starts, not before the end of the last change
     * @param end where it ends, exclusive
     * @return this editor
     */
    public TextEditor remove(int start, int end) {
        return replace(start, end, "");
    }

    /** {@return the changed text; the very text the editor was made of if nothing changed} */
    public Text finish() {
        if (!changed) {
            return source;
        }
        keepTo(source.length());
        return new Text(source.original(), edited.toString(), map.build());
    }

    private void keepTo(int end) {
        if (done < end) {
            map.keep(done, end, edited.length());
            edited.append(source.toString(), done, end);
            done = end;
        }
    }

    private boolean isSame(int start, int end, CharSequence replacement) {
        if (replacement.length() != end - start) {
            return false;
        }
        for (var i = 0; i < replacement.length(); i++) {
            if (replacement.charAt(i) != source.charAt(start + i)) {
                return false;
            }
        }
        return true;
    }
}
