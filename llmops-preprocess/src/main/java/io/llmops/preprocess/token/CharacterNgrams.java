package io.llmops.preprocess.token;

import java.util.function.BiConsumer;

/** Every run of {@code min} to {@code max} code points of a text. Immutable. */
record CharacterNgrams(int min, int max) implements BiConsumer<String, TokenList> {

    CharacterNgrams {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("expected 1 <= min <= max, found " + min + " and " + max);
        }
    }

    @Override
    public void accept(String text, TokenList tokens) {
        for (var start = 0; start < text.length(); start += Character.charCount(text.codePointAt(start))) {
            var end = start;
            for (var n = 1; n <= max && end < text.length(); n++) {
                end += Character.charCount(text.codePointAt(end));
                if (n >= min) {
                    tokens.add(start, end, TokenType.NGRAM);
                }
            }
        }
    }
}
