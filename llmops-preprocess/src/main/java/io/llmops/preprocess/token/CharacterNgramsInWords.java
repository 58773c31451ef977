package io.llmops.preprocess.token;

import java.util.function.BiConsumer;

/**
 * Every run of {@code min} to {@code max} code points of each word, with a space put before and behind the word
 * (scikit-learn's {@code char_wb}). A padded word shorter than {@code n} counts once, as it is. Immutable.
 */
record CharacterNgramsInWords(int min, int max) implements BiConsumer<String, TokenList> {

    CharacterNgramsInWords {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("expected 1 <= min <= max, found " + min + " and " + max);
        }
    }

    @Override
    public void accept(String text, TokenList tokens) {
        for (var start = 0; start < text.length(); ) {
            if (Character.isWhitespace(text.charAt(start))) {
                start++;
                continue;
            }
            var end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            word(text, start, end, tokens);
            start = end;
        }
    }

    private void word(String text, int start, int end, TokenList tokens) {
        var padded = (" " + text.substring(start, end) + " ").codePoints().toArray();
        var longest = Math.min(max, Math.max(min, padded.length));
        var at = start;
        for (var from = 0; from < padded.length; from++) {
            var until = at;
            for (var n = 1; n <= longest; n++) {
                var last = Math.min(from + n, padded.length) - 1;
                if (from + n <= padded.length && last > 0 && last < padded.length - 1) {
                    until += Character.charCount(padded[last]);
                }
                if (n >= min && (from + n <= padded.length || from == 0)) {
                    var ngram = new String(padded, from, Math.min(n, padded.length - from));
                    tokens.add(ngram, Math.min(at, end), from + n > padded.length ? end : until, TokenType.NGRAM);
                }
            }
            at += from == 0 || from == padded.length - 1 ? 0 : Character.charCount(padded[from]);
        }
    }
}
