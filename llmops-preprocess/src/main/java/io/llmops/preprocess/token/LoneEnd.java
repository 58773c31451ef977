package io.llmops.preprocess.token;

/**
 * The first half of a surrogate pair at the very end of a text. Lucene's scanners wait for the second half and forget what
 * they read before it; a space in its place, which is in no word either, gives the tokens.
 */
final class LoneEnd {

    private LoneEnd() {}

    /** The text with a space for a lone surrogate at its end; as long as before. */
    static String blanked(String text) {
        var last = text.length() - 1;
        return last >= 0 && Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) + ' ' : text;
    }
}
