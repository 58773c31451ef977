package io.llmops.eval.metric.span;

/** A tag of one token: its prefix, and the type after the dash. */
record Tag(char prefix, String type) {

    private static final char DASH = '-';

    static final Tag OUTSIDE = new Tag('O', "");

    /** What is no prefix, or a prefix with a type after a dash, is outside. */
    static Tag parse(String text) {
        if (text.length() == 1) {
            return text.charAt(0) == 'O' ? OUTSIDE : new Tag(text.charAt(0), "_");
        }
        return text.length() > 2 && text.charAt(1) == DASH && text.charAt(0) != 'O'
                ? new Tag(text.charAt(0), text.substring(2))
                : OUTSIDE;
    }

    boolean isOutside() {
        return prefix == 'O';
    }
}
