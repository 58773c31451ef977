package io.llmops.eval.report;

import java.util.Locale;

/**
 * Text of users made fit for a terminal: control characters, bidirectional controls, surrogates without a partner and
 * what else does not print are escaped, and length is bounded in columns (wide characters take two, combining ones none).
 * Safe for use by many threads.
 */
public final class Shown {

    private static final String CUT = "…";

    private Shown() {}

    /**
     * Returns a text on one line, cut to some columns.
     *
     * @param text any
     * @param columns at most, 1 or more
     * @return the text, with an ellipsis where it was cut
     */
    public static String of(String text, int columns) {
        var shown = new StringBuilder();
        var width = 0;
        var keptLength = 0;
        for (var i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            var piece = piece(codePoint);
            width += width(piece);
            if (width <= columns - 1) {
                keptLength = shown.length() + piece.length();
            }
            shown.append(piece);
            if (width > columns) {
                return shown.substring(0, keptLength) + CUT;
            }
        }
        return shown.toString();
    }

    /** Returns the text with its lines and tabs as they are, cut to some characters. */
    static String lines(String text, int characters) {
        var shown = new StringBuilder(Math.min(text.length(), characters) + 1);
        for (var i = 0; i < text.length(); ) {
            if (shown.length() >= characters) {
                return shown.append(CUT).toString();
            }
            var codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            var isBreak = codePoint == '\r' && i < text.length() && text.charAt(i) == '\n';
            if (!isBreak) {
                shown.append(codePoint == '\n' || codePoint == '\t' ? Character.toString(codePoint) : piece(codePoint));
            }
        }
        return shown.toString();
    }

    /** Returns a name on one line, cut in its middle to some columns: names that differ at their ends stay different. */
    static String name(String text, int columns) {
        var whole = of(text, Integer.MAX_VALUE);
        if (width(whole) <= columns) {
            return whole;
        }
        var tailColumns = (columns - 1) / 2;
        var from = whole.length();
        var taken = 0;
        while (taken < tailColumns) {
            var codePoint = whole.codePointBefore(from);
            taken += width(codePoint);
            from -= taken > tailColumns ? 0 : Character.charCount(codePoint);
        }
        var tail = whole.substring(from);
        return of(whole, columns - width(tail)) + tail;
    }

    private static String piece(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                prints(codePoint) ? Character.toString(codePoint) : String.format(Locale.ROOT, "\\u{%X}", codePoint);
        };
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> codePoint == 0x200C || codePoint == 0x200D;
            default -> true;
        };
    }

    /** Returns how many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Shown::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The blocks whose characters take two columns (Unicode Standard Annex 11, roughly). */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }

    /**
     * Returns a text with spaces behind it.
     *
     * @param text shown already
     * @param columns at least
     * @return the text, as wide as that or wider
     */
    public static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /**
     * Returns a text with spaces before it.
     *
     * @param text shown already
     * @param columns at least
     * @return the text, as wide as that or wider
     */
    public static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }
}
