package io.llmops.preprocess.token;

/** Text as UTF-8 can hold it. */
final class WellFormed {

    private WellFormed() {}

    /** The text with each lone surrogate, which UTF-8 does not have, as U+FFFD; it is as long as before. */
    static String of(String text) {
        if (text.codePoints().noneMatch(WellFormed::isLone)) {
            return text;
        }
        return text.codePoints()
                .map(c -> isLone(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLone(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
