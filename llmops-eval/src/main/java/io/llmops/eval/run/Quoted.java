package io.llmops.eval.run;

import java.util.Collection;
import java.util.regex.Pattern;

/** Text of users in a message: on one line, escaped, bounded. */
final class Quoted {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:+-]+");
    private static final int LONGEST = 60;
    private static final int BEFORE = 15;
    private static final int SHOWN = 5;

    private Quoted() {}

    /** Returns a word as it is, anything else as JSON writes it. */
    static String of(String text) {
        return around(text, 0);
    }

    /** Returns a text as {@link #of} does, but of a long one the part around a place. */
    static String around(String text, int place) {
        var bounded = text.codePointCount(0, text.length()) <= LONGEST ? text : piece(text, place);
        return PLAIN.matcher(text).matches() ? bounded : JsonForm.line(JsonForm.MAPPER.valueToTree(bounded));
    }

    private static String piece(String text, int place) {
        var before = Math.min(BEFORE, text.codePointCount(0, place));
        var start = text.offsetByCodePoints(place, -before);
        var length = Math.min(LONGEST, text.codePointCount(start, text.length()));
        var end = text.offsetByCodePoints(start, length);
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }

    /** Returns how many there are, and the first. */
    static String few(Collection<String> texts) {
        var shown = texts.stream().limit(SHOWN).map(Quoted::of).toList();
        return texts.size() + " (" + String.join(", ", shown) + (texts.size() > SHOWN ? ", …)" : ")");
    }
}
