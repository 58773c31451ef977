package io.llmops.core.prompt;

/** The beginning of somebody's text, fit for a message: in quotes, on one line, about 80 characters. */
final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        var excerpt = new StringBuilder("'");
        var at = 0;
        while (at < text.length() && excerpt.length() <= LONGEST) {
            var codePoint = text.codePointAt(at);
            excerpt.append(isPlain(codePoint) ? Character.toString(codePoint) : escape(codePoint));
            at += Character.charCount(codePoint);
        }
        return excerpt.append(at < text.length() ? "…'" : "'").toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u{%x}", codePoint);
        };
    }
}
