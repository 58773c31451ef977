package io.llmops.eval.stats;

/**
 * The values of one statistic over bootstrap resamples. Resamples on which the statistic is not defined (no example of
 * the class was drawn) have no value: they are counted, never replaced by a number. An interval from {@link #values()}
 * then speaks of the statistic where it is defined; when more than a few resamples in a hundred are undefined the sample
 * is too small for a bootstrap, and a score interval should be used. Immutable.
 */
public final class Replicates {

    private final double[] values;
    private final int undefined;

    Replicates(double[] values, int undefined) {
        this.values = values;
        this.undefined = undefined;
    }

    /** {@return the values in the order of the resamples, a copy} */
    public double[] values() {
        return values.clone();
    }

    /** {@return the number of resamples on which the statistic is not defined} */
    public int undefined() {
        return undefined;
    }

    /** {@return the share of resamples on which the statistic is not defined, from 0 to 1} */
    public double undefinedShare() {
        return (double) undefined / (values.length + undefined);
    }
}
