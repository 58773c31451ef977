package io.llmops.eval.metric;

/**
 * How intervals are made: their level, and how the bootstrap draws where one is needed. Immutable.
 *
 * @param level the confidence of the intervals, above 0 and below 1
 * @param resamples how often the bootstrap draws, at least 100
 * @param seed of every random choice
 */
public record Uncertainty(double level, int resamples, long seed) {

    private static final int FEWEST = 100;

    /** 95 % intervals, 2,000 resamples, seed 0. */
    public static final Uncertainty STANDARD = new Uncertainty(0.95, 2_000, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the level is not between 0 and 1 or there are fewer than 100 resamples
     */
    public Uncertainty {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("expected a level above 0 and below 1, found " + level);
        }
        if (resamples < FEWEST) {
            throw new IllegalArgumentException("expected " + FEWEST + " resamples or more, found " + resamples);
        }
    }

    /**
     * Returns these settings with another level.
     *
     * @param newLevel the confidence, above 0 and below 1
     * @return the changed copy
     */
    public Uncertainty withLevel(double newLevel) {
        return new Uncertainty(newLevel, resamples, seed);
    }

    /**
     * Returns these settings with another number of resamples.
     *
     * @param newResamples how often the bootstrap draws
     * @return the changed copy
     */
    public Uncertainty withResamples(int newResamples) {
        return new Uncertainty(level, newResamples, seed);
    }

    /**
     * Returns these settings with another seed.
     *
     * @param newSeed of every random choice
     * @return the changed copy
     */
    public Uncertainty withSeed(long newSeed) {
        return new Uncertainty(level, resamples, newSeed);
    }
}
