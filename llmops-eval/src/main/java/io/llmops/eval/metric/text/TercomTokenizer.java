package io.llmops.eval.metric.text;

import java.util.List;
import java.util.Locale;

/** Cuts texts as Tercom, and sacreBLEU after it, does. Immutable. */
record TercomTokenizer(boolean caseSensitive, boolean normalized, boolean punctuation, boolean asian) {

    private static final String ASIAN_MARKS = "\u3001\u3002\u3008\u3011\u3014\u301f\uff61\uff65\u30fb\u30fb"
            + "\uff0e\uff0e\uff0c\uff0c\uff1f\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09";
    private static final CharRanges MARKS = new CharRanges(".." + ",," + "??" + "::" + ";;" + "!!" + "\"\"" + "()");
    private static final CharRanges MARKS_OF_ASIA = new CharRanges(ASIAN_MARKS);
    private static final CharRanges CHARACTERS_OF_ASIA = new CharRanges(
            "\u4e00\u9fff\u3400\u4dbf\u31c0\u31ef\u2e80\u2eff\uf900\ufaff\ufe30\ufe4f\u3200\u3f22" + ASIAN_MARKS);

    List<String> tokens(String text) {
        CharSequence line = caseSensitive ? text : text.toLowerCase(Locale.ROOT);
        if (normalized) {
            line = normalized(line.toString());
            line = asian ? CHARACTERS_OF_ASIA.apart(line) : line;
        }
        if (!punctuation) {
            line = MARKS.without(line);
            line = asian ? MARKS_OF_ASIA.without(line) : line;
        }
        return Words.of(line);
    }

    private static CharSequence normalized(String text) {
        var line = Mteval.unescaped(text.replace("\n-", "").replace('\n', ' '));
        var marked = Mteval.marks(" " + line + " ").toString().replace("'s ", " 's ");
        return Mteval.dashesAfterDigits(Mteval.pointsBeforeNonDigits(Mteval.pointsAfterNonDigits(marked)));
    }
}
