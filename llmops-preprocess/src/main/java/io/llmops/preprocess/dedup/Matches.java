package io.llmops.preprocess.dedup;

/**
 * What a finder found among numbered texts.
 *
 * @param groups which of them belong together
 * @param similarity how similar two of one group are
 * @param comparisons how many pairs were held against each other
 */
record Matches(UnionFind groups, Similarity similarity, long comparisons) {

    /** How similar two texts are, 0 to 1. */
    @FunctionalInterface
    interface Similarity {
        double of(int one, int other);
    }
}
