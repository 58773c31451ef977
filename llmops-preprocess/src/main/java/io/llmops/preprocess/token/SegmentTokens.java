package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Segmenter;
import java.util.function.BiConsumer;

/**
 * Each segment of a text as a token. Graphemes are all kept; of sentences and words, the white space around them is left
 * out, and so is a segment of nothing else. Immutable.
 */
record SegmentTokens(Segmenter segmenter, TokenType type) implements BiConsumer<String, TokenList> {

    @Override
    public void accept(String text, TokenList tokens) {
        for (int start = 0, end; start < text.length(); start = end) {
            end = segmenter.end(text, start);
            if (type == TokenType.GRAPHEME) {
                tokens.add(start, end, type);
            } else {
                addStripped(text, start, end, tokens);
            }
        }
    }

    private void addStripped(String text, int start, int end, TokenList tokens) {
        var from = start;
        var to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            if (type == TokenType.WORD) {
                tokens.addWord(from, to);
            } else {
                tokens.add(from, to, type);
            }
        }
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
