package io.llmops.core.dataset;

/**
 * SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014), spelt out, so that one seed
 * gives one sequence on every Java there will be. Not safe for use by many threads.
 */
final class SeededRandom {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    private long next() {
        state += STEP;
        var z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number from 0 to {@code bound}, exclusive, each as likely as the others. */
    long below(long bound) {
        while (true) {
            var bits = next() >>> 1;
            var number = bits % bound;
            if (bits - number + (bound - 1) >= 0) {
                return number;
            }
        }
    }

    /** Returns the numbers from 0 to {@code count}, exclusive, in some order, each as likely as the others. */
    int[] order(int count) {
        var order = new int[count];
        for (var i = 0; i < count; i++) {
            var other = (int) below(i + 1L);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
