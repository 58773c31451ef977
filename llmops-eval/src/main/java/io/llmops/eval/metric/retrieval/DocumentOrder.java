package io.llmops.eval.metric.retrieval;

/** Orders ids as their UTF-8 bytes, which is as their code points, which is not as Java's characters. */
final class DocumentOrder {

    private static final int FIRST_SURROGATE = 0xD800;
    private static final int AFTER_SURROGATES = 0xE000;

    private DocumentOrder() {}

    static int compare(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var i = 0; i < shorter; i++) {
            var left = one.charAt(i);
            var right = other.charAt(i);
            if (left != right) {
                return place(left) - place(right);
            }
        }
        return one.length() - other.length();
    }

    /** Halves of code points above all other characters come after these. */
    private static int place(char character) {
        return character >= FIRST_SURROGATE && character < AFTER_SURROGATES
                ? character + Character.MAX_VALUE
                : character;
    }
}
