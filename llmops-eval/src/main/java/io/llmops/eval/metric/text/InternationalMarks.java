package io.llmops.eval.metric.text;

/**
 * The rules of mteval-v14's international tokenization: punctuation is set apart unless a number is on that side of it,
 * symbols always, as Unicode has them.
 */
final class InternationalMarks {

    private InternationalMarks() {}

    static CharSequence apart(CharSequence text) {
        return symbols(beforeNonNumbers(afterNonNumbers(text)));
    }

    private static CharSequence afterNonNumbers(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        var i = 0;
        while (i < text.length()) {
            var c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            out.appendCodePoint(c);
            if (i < text.length() && !isNumber(c)) {
                var next = Character.codePointAt(text, i);
                if (isPunctuation(next)) {
                    out.append(' ').appendCodePoint(next).append(' ');
                    i += Character.charCount(next);
                }
            }
        }
        return out;
    }

    private static CharSequence beforeNonNumbers(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        var i = 0;
        while (i < text.length()) {
            var c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (i < text.length() && isPunctuation(c)) {
                var next = Character.codePointAt(text, i);
                if (!isNumber(next)) {
                    out.append(' ').appendCodePoint(c).append(' ').appendCodePoint(next);
                    i += Character.charCount(next);
                    continue;
                }
            }
            out.appendCodePoint(c);
        }
        return out;
    }

    private static CharSequence symbols(CharSequence text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); ) {
            var c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (isSymbol(c)) {
                out.append(' ').appendCodePoint(c).append(' ');
            } else {
                out.appendCodePoint(c);
            }
        }
        return out;
    }

    private static boolean isNumber(int c) {
        var type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSymbol(int c) {
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
