package io.llmops.core.prompt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as words and marks, for finding phrases in it whatever their case. A word is a run of letters and digits; an
 * apostrophe between two of them belongs to it ({@code don't}), as do a sign, points and commas to a number ({@code
 * -1,234.5}), a per cent sign behind one, and plus or number signs behind a letter ({@code C++}). Spaces, underscores and
 * hyphens between words only separate, so that {@code card_lost} and {@code Card lost} are the same two words. Everything
 * else is a mark, one character each; so is the end of a line. Immutable.
 */
final class Words {

    static final String NEW_LINE = "\n";

    private static final int LONGEST_RUN_OF_ACCENTS = 30;

    /** A word or a mark, case-folded, and where it stands in the text. */
    record Word(String folded, int start, int end, boolean mark) {

        boolean is(String other) {
            return folded.equals(other);
        }
    }

    private final String text;
    private final List<Word> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        var words = new Words(composed(text));
        words.scan();
        return words;
    }

    /** Normalised, unless a hostile run of accents would make that slow. */
    private static String composed(String text) {
        var run = 0;
        for (var i = 0; i < text.length(); i++) {
            run = isAccent(text.charAt(i)) ? run + 1 : 0;
            if (run > LONGEST_RUN_OF_ACCENTS) {
                return text;
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void scan() {
        var at = 0;
        while (at < text.length()) {
            var end = WordEnd.of(text, at);
            if (end > at) {
                words.add(new Word(fold(text.substring(at, end)), at, end, false));
                at = end;
                continue;
            }
            var codePoint = text.codePointAt(at);
            end = at + Character.charCount(codePoint);
            if (codePoint == '\n') {
                words.add(new Word(NEW_LINE, at, end, true));
            } else if (!separates(codePoint, at, end)) {
                words.add(new Word(fold(text.substring(at, end)), at, end, true));
            }
            at = end;
        }
    }

    private boolean separates(int codePoint, int at, int end) {
        return codePoint == '_'
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || (codePoint == '-'
                        && at > 0
                        && isWordPart(text.codePointBefore(at))
                        && end < text.length()
                        && isWordPart(text.codePointAt(end)));
    }

    static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isAccent(codePoint);
    }

    private static boolean isAccent(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String fold(String word) {
        return word.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2212', '-');
    }

    int size() {
        return words.size();
    }

    Word get(int index) {
        return words.get(index);
    }

    /** Whether there is a word or mark at the index, and it is this one. */
    boolean is(int index, String folded) {
        return index >= 0 && index < words.size() && words.get(index).is(folded);
    }

    /** The word as written. */
    String written(int index) {
        var word = words.get(index);
        return text.substring(word.start(), word.end());
    }

    /** What stands from one word to another, exclusive, as written. */
    String written(Range range) {
        return range.from() >= range.to()
                ? ""
                : text.substring(
                        words.get(range.from()).start(),
                        words.get(range.to() - 1).end());
    }

    Range all() {
        return new Range(0, words.size());
    }

    /** Words from one index to another, exclusive. */
    record Range(int from, int to) {}
}
