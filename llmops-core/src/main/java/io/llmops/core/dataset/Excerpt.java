package io.llmops.core.dataset;

import java.util.Collection;
import java.util.stream.Collectors;

/** A piece of the user's text in a message: bounded, on one line, in quotes. */
final class Excerpt {

    private static final int LONGEST = 60;
    private static final int MOST = 50;

    private Excerpt() {}

    static String of(char text) {
        return of(String.valueOf(text));
    }

    static String of(String text) {
        var excerpt = new StringBuilder("'");
        text.codePoints().limit(LONGEST).forEach(codePoint -> append(excerpt, codePoint));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            excerpt.append('…');
        }
        return excerpt.append('\'').toString();
    }

    static String of(Collection<String> names) {
        var shown = names.stream().limit(MOST).map(Excerpt::of).map(Excerpt::bare);
        return shown.collect(Collectors.joining(", ", "[", names.size() > MOST ? ", …]" : "]"));
    }

    private static String bare(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void append(StringBuilder excerpt, int codePoint) {
        var type = Character.getType(codePoint);
        switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> excerpt.append("\\u%04x".formatted(codePoint));
            default -> excerpt.appendCodePoint(codePoint);
        }
    }
}
