package io.llmops.preprocess.dedup;

/**
 * How MinHash signatures are cut into bands. Two texts are looked at together if a band of theirs is equal, all rows of it;
 * texts of Jaccard similarity {@code s} have such a band with the probability {@code 1 - (1 - s^rows)^bands}, the S-curve of
 * locality-sensitive hashing (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, section 3.4). Immutable.
 *
 * @param bands how many bands, at least 1
 * @param rows how many hashes each has, at least 1
 */
public record Banding(int bands, int rows) {

    static final double LEAST_RECALL = 0.95;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is less than 1
     */
    public Banding {
        if (bands < 1 || rows < 1) {
            throw new IllegalArgumentException("expected 1 band and 1 row or more, found " + bands + " and " + rows);
        }
    }

    /**
     * Returns the banding with the most rows, so the fewest needless comparisons, by which two texts at the threshold are
     * still looked at with a probability of at least 0.95.
     *
     * @param threshold the Jaccard similarity, above 0, at most 1
     * @param hashes how many hashes a signature has, at least 1
     * @return the banding; it uses no more hashes than there are
     * @throws IllegalArgumentException if a number is out of range, or the hashes too few for the threshold
     */
    public static Banding forThreshold(double threshold, int hashes) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("expected a threshold above 0 and at most 1, found " + threshold);
        }
        if (hashes < 1) {
            throw new IllegalArgumentException("expected 1 hash or more, found " + hashes);
        }
        for (var rows = hashes; rows > 0; rows--) {
            var banding = new Banding(hashes / rows, rows);
            if (banding.probability(threshold) >= LEAST_RECALL) {
                return banding;
            }
        }
        throw new IllegalArgumentException("expected enough hashes to find a similarity of " + threshold
                + " with a probability of " + LEAST_RECALL + ", found " + hashes);
    }

    /**
     * Returns how likely two texts are looked at together.
     *
     * @param similarity their Jaccard similarity, 0 to 1
     * @return the probability, 0 to 1
     */
    public double probability(double similarity) {
        return 1 - StrictMath.pow(1 - StrictMath.pow(similarity, rows), bands);
    }

    /** The hash of each band of a signature. */
    long[] keys(int[] signature) {
        var keys = new long[bands];
        for (var band = 0; band < bands; band++) {
            long key = band;
            for (var row = 0; row < rows; row++) {
                key = Hash.mix(key, signature[band * rows + row]);
            }
            keys[band] = key;
        }
        return keys;
    }
}
