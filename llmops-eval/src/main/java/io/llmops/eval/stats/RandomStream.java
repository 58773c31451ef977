package io.llmops.eval.stats;

import java.util.Objects;

/**
 * A stream of random numbers that is the same on every Java and platform: xoshiro256++ (Blackman and Vigna 2019), its
 * state filled by SplitMix64 from one 64-bit seed. {@link #split} gives every task a stream of its own, so that results
 * do not depend on who draws first. For simulation only, not for secrets. Not safe for use by many threads; split
 * streams are independent of each other.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long SPLIT_GAMMA = 0xD1342543DE82EF95L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private RandomStream(long seed) {
        this(seed, filled(seed, 1), filled(seed, 2), filled(seed, 3), filled(seed, 4));
    }

    RandomStream(long seed, long s0, long s1, long s2, long s3) {
        this.seed = seed;
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * Returns the stream of a seed, at its beginning.
     *
     * @param seed any number
     * @return the stream
     */
    public static RandomStream of(long seed) {
        return new RandomStream(seed);
    }

    /**
     * Returns the stream of a part of the work, at its beginning. Depends on this stream's seed and the index, never on
     * how much was drawn from this stream.
     *
     * @param index the number of the part; different numbers give different streams
     * @return the stream
     */
    public RandomStream split(long index) {
        return new RandomStream(mix(mix(seed ^ SPLIT_GAMMA) + SPLIT_GAMMA * (index + 1)));
    }

    /** {@return the next 64 random bits} */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** {@return a number from 0 (inclusive) to 1 (exclusive), a multiple of 2^-53} */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * Returns a whole number below a bound, each equally likely (Lemire 2019: a product, no remainder, no bias).
     *
     * @param bound above 0
     * @return from 0 (inclusive) to the bound (exclusive)
     * @throws IllegalArgumentException if the bound is not above 0
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("expected a bound above 0, found " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = (1L << 32) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /** {@return a number from the standard normal distribution} */
    public double nextGaussian() {
        return Distributions.normalQuantile(((nextLong() >>> 12) + 0.5) * 0x1.0p-52);
    }

    /**
     * Returns how many of some trials succeed.
     *
     * @param trials how many are made, 0 or more
     * @param probability of success of each, from 0 to 1
     * @return from 0 to {@code trials}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public long nextBinomial(long trials, double probability) {
        Numbers.requireCount("trials", trials);
        Numbers.requireProbability("a probability", probability);
        return Binomial.sample(this, trials, probability);
    }

    /**
     * Puts values in a random order, each order equally likely.
     *
     * @param values reordered in place
     */
    public void shuffle(int[] values) {
        Objects.requireNonNull(values, "values");
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }

    private static long filled(long seed, int place) {
        return mix(seed + place * GOLDEN_GAMMA);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
