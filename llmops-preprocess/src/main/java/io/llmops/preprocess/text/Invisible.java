package io.llmops.preprocess.text;

import org.jspecify.annotations.Nullable;

/** Characters that are not seen: control characters, zero-width ones, those that turn the direction of writing. */
final class Invisible {

    private Invisible() {}

    /** Control characters other than white space. */
    static @Nullable String control(int codePoint) {
        var white = codePoint <= 0x85 && Whitespace.isWhite((char) codePoint);
        return Character.getType(codePoint) == Character.CONTROL && !white ? "" : null;
    }

    /** What has no width and joins nothing. The joiners (U+200C, U+200D) spell words and emoji, and stay. */
    static @Nullable String zeroWidth(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x34F, 0x180E, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF -> "";
            default -> null;
        };
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9). */
    static @Nullable String bidi(int codePoint) {
        var found = codePoint == 0x61C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return found ? "" : null;
    }
}
