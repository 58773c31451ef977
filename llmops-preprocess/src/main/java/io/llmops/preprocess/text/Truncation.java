package io.llmops.preprocess.text;

import java.util.function.UnaryOperator;

/** The longest beginning of whole segments within so many characters. Immutable. */
record Truncation(Segmenter segmenter, int characters) implements UnaryOperator<Text> {

    Truncation {
        if (characters < 0) {
            throw new IllegalArgumentException("expected 0 characters or more, found " + characters);
        }
    }

    @Override
    public Text apply(Text text) {
        if (text.length() <= characters) {
            return text;
        }
        var whole = text.toString();
        var end = 0;
        while (end < characters) {
            var next = segmenter.end(whole, end);
            if (next > characters) {
                break;
            }
            end = next;
        }
        return text.slice(0, end);
    }
}
