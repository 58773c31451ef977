package io.llmops.preprocess.token;

import java.util.regex.Pattern;

/**
 * Characters that may be looked at so many times and no more: matching a pattern that backtracks without end is stopped
 * with an {@link IllegalStateException}. Not safe for use by many threads.
 */
public final class BoundedCharacters implements CharSequence {

    private static final long LOOKS_PER_CHARACTER = 100;
    private static final long LOOKS_AT_LEAST = 1_000_000;

    private final CharSequence characters;
    private final Pattern pattern;
    private final long[] left;

    /**
     * Bounds the looks of one matcher: 100 a character, and a million in any case.
     *
     * @param characters what the pattern is matched against
     * @param pattern the pattern, for the message
     */
    public BoundedCharacters(CharSequence characters, Pattern pattern) {
        this(characters, pattern, new long[] {LOOKS_AT_LEAST + LOOKS_PER_CHARACTER * characters.length()});
    }

    private BoundedCharacters(CharSequence characters, Pattern pattern, long[] left) {
        this.characters = characters;
        this.pattern = pattern;
        this.left = left;
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new IllegalStateException("pattern '" + pattern + "' took more than " + LOOKS_PER_CHARACTER
                    + " looks a character over " + characters.length()
                    + " characters; write it so that it does not backtrack, e.g. with possessive quantifiers");
        }
        return characters.charAt(index);
    }

    @Override
    public int length() {
        return characters.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedCharacters(characters.subSequence(start, end), pattern, left);
    }

    @Override
    public String toString() {
        return characters.toString();
    }
}
