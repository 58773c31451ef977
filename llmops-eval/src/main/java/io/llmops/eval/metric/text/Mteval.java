package io.llmops.eval.metric.text;

/**
 * The rewriting rules of NIST's mteval scripts that set marks apart from words, one pass over the text each. A rule that
 * looks at two characters goes on behind them, as the regular expressions of the original do.
 */
final class Mteval {

    private Mteval() {}

    /** All rules that the 13a, Chinese and Tercom tokenizers have in common. */
    static CharSequence westernMarks(CharSequence text) {
        return dashesAfterDigits(pointsBeforeNonDigits(pointsAfterNonDigits(marks(text))));
    }

    /** Sets apart every ASCII mark except apostrophe, comma, hyphen and point. */
    static CharSequence marks(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isMark(c)) {
                out.append(' ').append(c).append(' ');
            } else {
                out.append(c);
            }
        }
        return out;
    }

    static CharSequence pointsAfterNonDigits(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        var i = 0;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (i + 1 < text.length() && !isDigit(c) && isPoint(text.charAt(i + 1))) {
                out.append(c).append(' ').append(text.charAt(i + 1)).append(' ');
                i += 2;
            } else {
                out.append(c);
                i++;
            }
        }
        return out;
    }

    static CharSequence pointsBeforeNonDigits(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        var i = 0;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (i + 1 < text.length() && isPoint(c) && !isDigit(text.charAt(i + 1))) {
                out.append(' ').append(c).append(' ').append(text.charAt(i + 1));
                i += 2;
            } else {
                out.append(c);
                i++;
            }
        }
        return out;
    }

    static CharSequence dashesAfterDigits(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '-' && i > 0 && isDigit(text.charAt(i - 1))) {
                out.append(" - ");
            } else {
                out.append(c);
            }
        }
        return out;
    }

    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">");
    }

    private static boolean isMark(char c) {
        return c <= '~'
                && ((c >= '{')
                        || (c >= '[' && c <= '`')
                        || (c >= ' ' && c <= '&')
                        || (c >= '(' && c <= '+')
                        || (c >= ':' && c <= '@')
                        || c == '/');
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
