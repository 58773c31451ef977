package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Segmenter;
import io.llmops.preprocess.text.Segmenters;

/** Where a text may be cut, and how gladly: before each character a strength, 0 inside a user-perceived one. Not safe for use by many threads. */
final class Cuts {

    static final int CHARACTER = 1;
    static final int TOKEN = 2;
    static final int WORD = 3;
    static final int SPACE = 4;
    static final int SENTENCE = 5;
    static final int LINE = 6;
    static final int BLOCK = 7;
    static final int STRONGEST = Byte.MAX_VALUE;

    private final String text;
    private final byte[] strengths;

    Cuts(String text) {
        this.text = text;
        this.strengths = new byte[text.length() + 1];
        var graphemes = Segmenters.graphemes();
        for (var at = 0; at < text.length(); ) {
            at = graphemes.end(text, at);
            strengths[at] = CHARACTER;
        }
    }

    /** Makes a place at least so strong, if the text may be cut there. */
    void mark(int at, int strength) {
        if (strengths[at] > 0 && strengths[at] < strength) {
            strengths[at] = (byte) strength;
        }
    }

    Cuts words() {
        var words = Segmenters.words();
        var isSpaceBefore = false;
        for (int start = 0, end; start < text.length(); start = end) {
            end = words.end(text, start);
            var isSpace = text.substring(start, end).isBlank();
            mark(start, isSpaceBefore && !isSpace ? SPACE : WORD);
            isSpaceBefore = isSpace;
        }
        return this;
    }

    Cuts sentences(Segmenter sentences) {
        for (var at = 0; at < text.length(); ) {
            at = sentences.end(text, at);
            mark(at, SENTENCE);
        }
        return this;
    }

    /** Marks the start of each line, and of each one behind an empty line as a block's. */
    Cuts lines() {
        var isBlankBefore = false;
        for (int start = 0, end; start < text.length(); start = end) {
            end = lineEnd(text, start);
            var isBlank = isBlank(start, end);
            mark(start, isBlankBefore && !isBlank ? BLOCK : LINE);
            isBlankBefore = isBlank;
        }
        return this;
    }

    /** Marks the start of each line of a range but the first. */
    void lines(int from, int to) {
        for (var at = lineEnd(text, from); at < to; at = lineEnd(text, at)) {
            mark(at, LINE);
        }
    }

    /** Makes the places from here to before the next character that is not white space worse than any space. */
    void hold(int from) {
        for (var at = from; at < text.length(); at++) {
            strengths[at] = (byte) Math.min(strengths[at], WORD);
            if (!Character.isWhitespace(text.charAt(at))) {
                return;
            }
        }
    }

    /** The end of a line, its line break included. */
    static int lineEnd(String text, int start) {
        var end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    boolean isBlank(int from, int to) {
        for (var at = from; at < to; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The last of the strongest places behind {@code from} and not behind {@code to}; {@code from} if there is none. */
    int lastOfStrongest(int from, int to) {
        var best = from;
        var strength = 0;
        for (var at = to; at > from; at--) {
            if (strengths[at] > strength) {
                strength = strengths[at];
                best = at;
            }
        }
        return best;
    }

    /**
     * The first of the strongest places from {@code from} to before {@code to}; {@code to} if there is none. Places of the
     * strength {@code enough} and more are equal.
     */
    int firstOfStrongest(int from, int to, int enough) {
        var best = to;
        var strength = 0;
        for (var at = from; at < to && strength < enough; at++) {
            if (strengths[at] > strength) {
                strength = strengths[at];
                best = at;
            }
        }
        return best;
    }

    /** The first place at or behind {@code at} where the text may be cut. */
    int from(int at) {
        var next = at;
        while (next > 0 && next < text.length() && strengths[next] == 0) {
            next++;
        }
        return next;
    }
}
