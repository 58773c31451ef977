package io.llmops.preprocess.text;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * Unicode normalisation (UAX #15) by the platform, in pieces that cannot influence each other, so that each changed piece
 * keeps its place. Immutable.
 */
record Normalization(Normalizer.Form form) implements UnaryOperator<Text> {

    private static final int FIRST_COMBINING = 0x300;

    @Override
    public Text apply(Text text) {
        var characters = text.toString();
        if (isPlain(characters) || Normalizer.isNormalized(characters, form)) {
            return text;
        }
        var editor = text.edit();
        for (int start = 0, end; start < characters.length(); start = end) {
            end = boundaryBehind(characters, start);
            if (end - start > 1 || characters.charAt(start) >= 0x80) {
                editor.replace(start, end, Normalizer.normalize(characters.substring(start, end), form));
            }
        }
        return editor.finish();
    }

    private static boolean isPlain(String characters) {
        for (var i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int boundaryBehind(String characters, int start) {
        var i = start + Character.charCount(characters.codePointAt(start));
        while (i < characters.length()) {
            var codePoint = characters.codePointAt(i);
            if (isBoundaryBefore(codePoint)) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    /** Whether no form ever joins or reorders this code point with what is before it. */
    static boolean isBoundaryBefore(int codePoint) {
        if (codePoint < FIRST_COMBINING) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> !isJoiningHangul(codePoint) && codePoint != 0xFF9E && codePoint != 0xFF9F;
        };
    }

    private static boolean isJoiningHangul(int codePoint) {
        return isIn(codePoint, 0x1160, 0x11FF)
                || isIn(codePoint, 0xD7B0, 0xD7FF)
                || isIn(codePoint, 0x3131, 0x318E)
                || isIn(codePoint, 0xFFA0, 0xFFDC);
    }

    private static boolean isIn(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
