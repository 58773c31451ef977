package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Segmenters;

/** The beginning of a text that a subword tokenizer cuts to size. */
final class SubwordPrefix {

    private SubwordPrefix() {}

    static void check(int pieces) {
        if (pieces < 0) {
            throw new IllegalArgumentException("expected 0 pieces or more, found " + pieces);
        }
    }

    /** The longest beginning of a text that ends between two graphemes and is not longer than the limit. */
    static String of(String text, int limit) {
        var graphemes = Segmenters.graphemes();
        var end = 0;
        while (end < limit) {
            var next = graphemes.end(text, end);
            if (next > limit) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
