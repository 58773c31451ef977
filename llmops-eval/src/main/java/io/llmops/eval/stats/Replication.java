package io.llmops.eval.stats;

/**
 * One bootstrap resample and what it yields. Used by one thread at a time, so that it may keep scratch space. Not safe
 * for use by many threads.
 */
@FunctionalInterface
public interface Replication {

    /**
     * Draws one resample and computes its statistics.
     *
     * @param random the stream of this replicate, at its beginning
     * @param into receives the statistics, all of them; NaN for one that is not defined on this resample
     */
    void run(RandomStream random, double[] into);
}
