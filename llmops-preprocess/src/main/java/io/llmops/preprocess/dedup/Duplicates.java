package io.llmops.preprocess.dedup;

import io.llmops.preprocess.token.Tokenizer;
import java.util.function.Function;

/**
 * The shelf of what finds duplicates.
 *
 * <pre>{@code
 * var found = Duplicates.near(0.8).in(dataset);
 * found.table(Example::id);                                  // what was dropped, for what
 * Dataset<String, String> clean = Dataset.of("clean", found.kept());
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Duplicates {

    private Duplicates() {}

    /** {@return equal texts} */
    public static DuplicateFinder exact() {
        return exact(Function.identity());
    }

    /**
     * Returns texts that are equal once they are normalised.
     *
     * @param normalizer makes one text of those that count as equal, e.g. a cleaner
     * @return the finder
     */
    public static DuplicateFinder exact(Function<String, String> normalizer) {
        return new ExactDuplicates(normalizer);
    }

    /**
     * Returns texts that share most of their runs of three words, by MinHash.
     *
     * @param threshold the least Jaccard similarity, above 0, at most 1; customary are 0.7 to 0.9
     * @return the finder
     * @throws IllegalArgumentException if the threshold is out of range, or too low for 128 hashes
     */
    public static NearDuplicates near(double threshold) {
        return NearDuplicates.of(threshold);
    }

    /**
     * Returns texts whose SimHash fingerprints (64 bits, over runs of three words in lower case) differ in few bits. That is
     * coarser than {@link #near} and needs 8 bytes a text; it suits long texts, for in a short one a changed word turns many
     * bits. Two texts at an angle θ, as counts of their shingles, differ in {@code 64 θ/π} bits on average.
     *
     * @param distance the most bits that differ, itself included, 0 to 10; customary for web pages is 3
     * @return the finder; it reports as similarity the share of equal bits
     */
    public static DuplicateFinder simHash(int distance) {
        return new SimHashDuplicates(distance, Shingles.THREE_WORDS);
    }

    /**
     * Returns texts whose SimHash fingerprints differ in few bits.
     *
     * @param distance the most bits that differ, itself included, 0 to 10
     * @param tokens what makes tokens of a text
     * @param length how many neighbouring tokens make a shingle, at least 1; a text with fewer is one shingle
     * @return the finder; it reports as similarity the share of equal bits
     */
    public static DuplicateFinder simHash(int distance, Tokenizer tokens, int length) {
        return new SimHashDuplicates(distance, Shingles.of(tokens, length));
    }
}
