package io.llmops.preprocess.redact;

/** Kinds of characters, and the edges of what is made of them. */
final class Characters {

    private static final int SCRIPTS_WITHOUT_SPACES = 0x2E80;

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isUpper(c);
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** A letter or digit of a script that is written with spaces, where a neighbour means the word goes on. */
    static boolean isWord(char c) {
        return c < 0x80 ? isLetterOrDigit(c) : c < SCRIPTS_WITHOUT_SPACES && Character.isLetterOrDigit(c);
    }

    static boolean isWordAt(String text, int index) {
        return index >= 0 && index < text.length() && isWord(text.charAt(index));
    }

    static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && isDigit(text.charAt(index));
    }

    /** The character, or 0 outside the text. */
    static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    /** Whether a number can start here: no word or number goes on into it. */
    static boolean startsNumber(String text, int start) {
        var before = at(text, start - 1);
        return !isWord(before)
                && before != '+'
                && !((before == '-' || before == '.' || before == '/') && isDigitAt(text, start - 2));
    }

    /** Whether a number can end here: no word or number goes on from it. */
    static boolean endsNumber(String text, int end) {
        var after = at(text, end);
        return !isWord(after) && !((after == '-' || after == '.' || after == '/') && isDigitAt(text, end + 1));
    }

    /** The index of the first digit at or behind this one, or the text's length. */
    static int nextDigit(String text, int from) {
        var at = from;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the run of letters and digits that starts here. */
    static int endOfRun(String text, int from) {
        var at = from;
        while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the run of digits that starts here, of which no more than so many are looked at. */
    static int endOfDigits(String text, int from, int most) {
        var at = from;
        while (at < from + most && isDigitAt(text, at)) {
            at++;
        }
        return at;
    }
}
