package io.llmops.preprocess.token;

/**
 * A tokenizer over a language model's vocabulary: besides cutting a text into pieces it counts them, turns them into
 * numbers and back, and cuts a text to size. It puts no special tokens around a text.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface SubwordTokenizer extends Tokenizer {

    /**
     * Returns how many pieces a text has.
     *
     * @param text the text
     * @return their number
     */
    int count(String text);

    /**
     * Returns the numbers of a text's pieces.
     *
     * @param text the text
     * @return the numbers, in order
     */
    int[] encode(String text);

    /**
     * Returns the text of numbered pieces.
     *
     * @param pieces the numbers
     * @return the text; bytes that are no UTF-8 become U+FFFD
     */
    String decode(int[] pieces);

    /**
     * Returns the beginning of a text that has no more than so many pieces, counted on the beginning itself: the first so many
     * of the whole text's, or somewhat less, back to the end of a user-perceived character.
     *
     * @param text the text
     * @param pieces the most pieces, 0 or more
     * @return the beginning, or the whole text if it is short enough
     */
    String truncate(String text, int pieces);
}
