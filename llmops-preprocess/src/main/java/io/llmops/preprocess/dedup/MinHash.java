package io.llmops.preprocess.dedup;

/**
 * Signatures of sets: for each of some hash functions, the least hash of the set's members. Two sets agree in one place with
 * a probability that is their Jaccard similarity J (Broder: On the resemblance and containment of documents, 1997); so the
 * share of {@code k} places that agree estimates it without bias, with a standard error of {@code sqrt(J(1-J)/k)}, at most
 * {@code 1/(2 sqrt(k))}. Immutable.
 */
final class MinHash {

    private final long[] seeds;

    MinHash(int hashes, long seed) {
        seeds = new long[hashes];
        for (var i = 0; i < hashes; i++) {
            seeds[i] = Hash.mix(seed, i + 1);
        }
    }

    /** The upper half of each least hash; the set is not empty. */
    int[] signature(long[] set) {
        var signature = new int[seeds.length];
        for (var i = 0; i < seeds.length; i++) {
            var least = Long.MAX_VALUE;
            for (var member : set) {
                least = Math.min(least, Hash.mix(member ^ seeds[i]));
            }
            signature[i] = (int) (least >>> Integer.SIZE);
        }
        return signature;
    }

    static double similarity(int[] one, int[] other) {
        var equal = 0;
        for (var i = 0; i < one.length; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return (double) equal / one.length;
    }
}
