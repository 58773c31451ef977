package io.llmops.core.prompt;

/** Finds where the word that begins at a place in a text ends, see {@link Words}. */
final class WordEnd {

    private WordEnd() {}

    /** The end of the word, exclusive; the place itself if no word begins there. */
    static int of(String text, int start) {
        var at = start + signLength(text, start);
        var number = isDigit(text, at);
        while (at < text.length()) {
            var codePoint = text.codePointAt(at);
            var length = Character.charCount(codePoint);
            if (!Words.isWordPart(codePoint) && !joins(text, at)) {
                break;
            }
            at += length;
        }
        if (at == start) {
            return start;
        }
        return number ? behindPerCent(text, at) : behindSigns(text, at);
    }

    /** The length of a sign that belongs to the number behind it, and does not stand behind a word. */
    private static int signLength(String text, int at) {
        var sign = at < text.length() ? text.charAt(at) : ' ';
        var signed = (sign == '-' || sign == '+' || sign == '\u2212') && isDigit(text, at + 1);
        return signed && (at == 0 || !Words.isWordPart(text.codePointBefore(at))) ? 1 : 0;
    }

    /** An apostrophe between letters, a point or comma between digits. */
    private static boolean joins(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '\'', '\u2019' ->
                Character.isLetterOrDigit(text.codePointBefore(at))
                        && Character.isLetterOrDigit(text.codePointAt(at + 1));
            case '.', ',' -> isDigit(text, at - 1) && isDigit(text, at + 1);
            default -> false;
        };
    }

    private static int behindPerCent(String text, int at) {
        return at < text.length() && text.charAt(at) == '%' ? at + 1 : at;
    }

    private static int behindSigns(String text, int at) {
        var end = at;
        while (end < text.length() && (text.charAt(end) == '+' || text.charAt(end) == '#')) {
            end++;
        }
        return end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)) ? at : end;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
