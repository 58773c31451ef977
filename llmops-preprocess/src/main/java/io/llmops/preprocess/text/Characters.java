package io.llmops.preprocess.text;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces single characters, each by what a function says of its code point (null to keep it, the empty string to drop
 * it). Immutable.
 */
record Characters(IntFunction<@Nullable String> replacement) implements UnaryOperator<Text> {

    @Override
    public Text apply(Text text) {
        var characters = text.toString();
        TextEditor editor = null;
        for (int i = 0, width; i < characters.length(); i += width) {
            var codePoint = characters.codePointAt(i);
            width = Character.charCount(codePoint);
            var other = replacement.apply(codePoint);
            if (other != null) {
                editor = editor == null ? text.edit() : editor;
                editor.replace(i, i + width, other);
            }
        }
        return editor == null ? text : editor.finish();
    }
}
