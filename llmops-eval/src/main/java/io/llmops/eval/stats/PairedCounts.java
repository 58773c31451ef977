package io.llmops.eval.stats;

/**
 * How often two classifiers are right on the same examples. Counts may be fractional (weights). Immutable.
 *
 * @param both examples on which both are right
 * @param onlyA examples on which only the first is right
 * @param onlyB examples on which only the second is right
 * @param neither examples on which neither is right
 */
public record PairedCounts(double both, double onlyA, double onlyB, double neither) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or not finite, or all are 0
     */
    public PairedCounts {
        if (!(both >= 0 && onlyA >= 0 && onlyB >= 0 && neither >= 0)
                || !(both + onlyA + onlyB + neither > 0 && both + onlyA + onlyB + neither < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected counts of 0 or more, not all 0, found both " + both
                    + ", only A " + onlyA + ", only B " + onlyB + ", neither " + neither);
        }
    }

    /** {@return the number of pairs, above 0} */
    public double total() {
        return both + onlyA + onlyB + neither;
    }

    /** {@return the rate of the first minus the rate of the second, from −1 to 1} */
    public double difference() {
        return (onlyA - onlyB) / total();
    }

    /** Returns the correlation of the two, with Newcombe's correction for continuity. */
    double newcombePhi() {
        double product = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
        if (product == 0) {
            return 0;
        }
        double cross = both * neither - onlyA * onlyB;
        double corrected = cross > 0 ? Math.max(cross - total() / 2, 0) : cross;
        return corrected / Math.sqrt(product);
    }

    /** Returns Tango's score statistic of a supposed difference: decreasing, infinite where the variance is 0. */
    double tangoScore(double supposed) {
        double n = total();
        double distance = onlyA - onlyB - n * supposed;
        double b = -onlyA - onlyB + (2 * n - onlyA + onlyB) * supposed;
        double c = -onlyB * supposed * (1 - supposed);
        double root = Math.sqrt(Math.max(0, b * b - 8 * n * c));
        double onlySecond = b <= 0 ? (root - b) / (4 * n) : -2 * c / (root + b);
        double variance = n * Math.max(0, 2 * onlySecond + supposed * (1 - supposed));
        return distance == 0 ? 0 : distance / Math.sqrt(variance);
    }
}
