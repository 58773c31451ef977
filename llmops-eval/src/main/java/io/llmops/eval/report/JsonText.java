package io.llmops.eval.report;

import java.util.Locale;

/**
 * JSON that may stand inside of a script element: no {@code <}, so that nothing in it ends the element or opens a
 * comment. Not safe for use by many threads.
 */
final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private long bytes;

    JsonText raw(String ours) {
        out.append(ours);
        bytes += ours.length();
        return this;
    }

    JsonText number(double number) {
        return raw(
                number == Math.rint(number) && Math.abs(number) < 1e9
                        ? String.valueOf((long) number)
                        : Numerals.exact(number));
    }

    JsonText string(String text) {
        raw("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> raw("\\\"");
                case '\\' -> raw("\\\\");
                case '\n' -> raw("\\n");
                case '\t' -> raw("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        raw(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        out.append(c);
                        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
                    }
                }
            }
        }
        return raw("\"");
    }

    /** Returns how many bytes this is in UTF-8. */
    long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
