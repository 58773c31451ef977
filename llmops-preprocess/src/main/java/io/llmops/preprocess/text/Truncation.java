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
        return text.slice(0, segmenter.endWithin(text.toString(), characters));
    }
}
