package io.llmops.preprocess.text;

import java.util.function.UnaryOperator;

/**
 * Makes each run of white space one space, or one line break where it holds one and lines are kept, and trims both ends.
 * Immutable.
 */
record Whitespace(boolean keepLines) implements UnaryOperator<Text> {

    @Override
    public Text apply(Text text) {
        var characters = text.toString();
        var editor = text.edit();
        for (var i = 0; i < characters.length(); i++) {
            if (isWhite(characters.charAt(i))) {
                var end = i + 1;
                while (end < characters.length() && isWhite(characters.charAt(end))) {
                    end++;
                }
                var atEdge = i == 0 || end == characters.length();
                editor.replace(i, end, atEdge ? "" : separator(characters, i, end));
                i = end - 1;
            }
        }
        return editor.finish();
    }

    private String separator(String characters, int start, int end) {
        if (keepLines) {
            for (var i = start; i < end; i++) {
                if (isLineBreak(characters.charAt(i))) {
                    return "\n";
                }
            }
        }
        return " ";
    }

    /** Unicode's White_Space property, all of which lies in the basic plane. */
    static boolean isWhite(char c) {
        return c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : c >= 0x85 && isWhiteBeyondAscii(c);
    }

    private static boolean isWhiteBeyondAscii(char c) {
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || isLineBreak(c)
                || isWideSpace(c);
    }

    private static boolean isWideSpace(char c) {
        return c == 0x202F || c == 0x205F || c == 0x3000;
    }

    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
