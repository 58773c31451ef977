package io.llmops.eval.report;

/** Text that can be encoded: half a surrogate pair is none, and becomes U+FFFD. */
final class WholeText {

    private WholeText() {}

    static String of(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
