package io.llmops.eval.gate;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Quantiles of the normal distribution. */
final class Normal {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private Normal() {}

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** Returns the two-sided critical value of a level: 1.96 for 0.95. */
    static double critical(double level) {
        return quantile((1 + level) / 2);
    }
}
