package io.llmops.preprocess.dedup;

/**
 * Fingerprints of 64 bits. Each shingle votes on each bit, as often as it is in the text; of two texts each bit differs with
 * the probability {@code θ/π}, where θ is the angle between their shingle counts as vectors (Charikar: Similarity estimation
 * techniques from rounding algorithms, 2002).
 */
final class SimHash {

    private SimHash() {}

    static long of(long[] shingles) {
        var votes = new int[Long.SIZE];
        for (var shingle : shingles) {
            for (var bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (int) (shingle >>> bit & 1) * 2 - 1;
            }
        }
        var hash = 0L;
        for (var bit = 0; bit < Long.SIZE; bit++) {
            hash |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return hash;
    }

    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
