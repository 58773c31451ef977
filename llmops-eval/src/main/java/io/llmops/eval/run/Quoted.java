package io.llmops.eval.run;

import java.util.Collection;
import java.util.regex.Pattern;

/** Text of users in a message: on one line, escaped, bounded. */
final class Quoted {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:+-]+");
    private static final int LONGEST = 60;
    private static final int SHOWN = 5;

    private Quoted() {}

    /** Returns a word as it is, anything else as JSON writes it. */
    static String of(String text) {
        var bounded = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return PLAIN.matcher(text).matches() ? bounded : JsonForm.line(JsonForm.MAPPER.valueToTree(bounded));
    }

    /** Returns how many there are, and the first. */
    static String few(Collection<String> texts) {
        var shown = texts.stream().limit(SHOWN).map(Quoted::of).toList();
        return texts.size() + " (" + String.join(", ", shown) + (texts.size() > SHOWN ? ", …)" : ")");
    }
}
