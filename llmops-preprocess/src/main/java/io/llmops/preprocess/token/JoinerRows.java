package io.llmops.preprocess.token;

/**
 * Long rows of characters that join words, such as underscores. Lucene's standard tokenizer looks ahead 255 characters from
 * each of them for the word that might begin there; where no word can, a space in its place gives the same tokens at once.
 */
final class JoinerRows {

    /** A row so long holds a character at a multiple of this, so that only one in so many is looked at. */
    private static final int LONG = 16;

    private static final int LONGEST_WORD = 255;

    private JoinerRows() {}

    /** The text with spaces for those joiners of long rows that can be in no word; as long as before. */
    static String blanked(String text) {
        char[] blanked = null;
        for (var at = LONG - 1; at < text.length(); at += LONG) {
            if (isJoiner(text.charAt(at))) {
                var start = start(text, at);
                var end = end(text, at);
                if (end - start >= LONG) {
                    blanked = blanked == null ? text.toCharArray() : blanked;
                    var from = isBoundary(text, start - 1) ? start : start + LONGEST_WORD;
                    var to = isBoundary(text, end) ? end : end - LONGEST_WORD;
                    for (var blank = from; blank < to; blank++) {
                        blanked[blank] = ' ';
                    }
                    at += (end - at) / LONG * LONG;
                }
            }
        }
        return blanked == null ? text : new String(blanked);
    }

    private static int start(String text, int at) {
        var start = at;
        while (start > 0 && isJoiner(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int at) {
        var end = at + 1;
        while (end < text.length() && isJoiner(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Connector punctuation, the narrow no-break space and the zero-width joiner. */
    private static boolean isJoiner(char c) {
        return c == '_'
                || (c >= '\u200d'
                        && (c == '\u200d' || c == '\u202f' || Character.getType(c) == Character.CONNECTOR_PUNCTUATION));
    }

    /** Whether what stands there is surely in no word: the text's edge, white space or punctuation. */
    private static boolean isBoundary(String text, int at) {
        if (at < 0 || at == text.length()) {
            return true;
        }
        var c = text.charAt(at);
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL -> true;
            case Character.OTHER_PUNCTUATION -> "#*'".indexOf(c) < 0; // these may begin an emoji or end a Hebrew word
            default -> false;
        };
    }
}
