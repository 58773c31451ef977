package io.llmops.preprocess.text;

import java.util.function.UnaryOperator;

/** Cuts runs of one character to a length; white space and digits stay. Immutable. */
record Repeats(int most) implements UnaryOperator<Text> {

    Repeats {
        if (most < 1) {
            throw new IllegalArgumentException("expected 1 repetition or more, found " + most);
        }
    }

    @Override
    public Text apply(Text text) {
        var characters = text.toString();
        var editor = text.edit();
        var last = -1;
        var run = 0;
        for (int at = 0, width; at < characters.length(); at += width) {
            var codePoint = characters.codePointAt(at);
            width = Character.charCount(codePoint);
            run = codePoint == last ? run + 1 : 1;
            last = codePoint;
            if (run > most && !Character.isDigit(codePoint) && !Character.isWhitespace(codePoint)) {
                editor.remove(at, at + width);
            }
        }
        return editor.finish();
    }
}
