package io.llmops.eval.stats;

/**
 * Between which of the sorted values the true quantile lies, whatever the distribution: the interval of order statistics
 * by the binomial distribution (David and Nagaraja, "Order Statistics", 2003, §7.1). Guaranteed for independent values:
 * each side misses with a chance of at most (1 − level) / 2. Immutable.
 *
 * @param lower the rank of the lower bound, from 1; 0 if so few values have none
 * @param upper the rank of the upper bound; one above the number of values if so few have none
 */
public record QuantileRanks(long lower, long upper) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the ranks are negative or in the wrong order
     */
    public QuantileRanks {
        if (lower < 0 || upper < lower) {
            throw new IllegalArgumentException("expected ranks in order, found " + lower + " and " + upper);
        }
    }

    /**
     * Returns the ranks for independent values.
     *
     * @param quantile above 0 and below 1, e.g. 0.95
     * @param values how many, above 0
     * @param level the confidence, above 0 and below 1
     * @return the ranks
     */
    public static QuantileRanks of(double quantile, long values, double level) {
        return of(quantile, values, (double) values, level);
    }

    /**
     * Returns the ranks for values that come in groups, so that they tell as much as fewer independent ones.
     *
     * @param quantile above 0 and below 1, e.g. 0.95
     * @param values how many, above 0
     * @param independent as many independent values tell as much; above 0, at most {@code values}
     * @param level the confidence, above 0 and below 1
     * @return the ranks; with fewer independent values than values they hold approximately
     */
    public static QuantileRanks of(double quantile, long values, double independent, double level) {
        Numbers.requireLevel(level);
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("expected a quantile above 0 and below 1, found " + quantile);
        }
        if (!(independent > 0 && independent <= values)) {
            throw new IllegalArgumentException(
                    "expected more than 0 independent values of " + values + ", found " + independent);
        }
        double tail = (1 - level) / 2;
        double scale = independent / values;
        long lower = 0;
        long above = values + 1;
        while (above - lower > 1) {
            long rank = lower + (above - lower) / 2;
            if (Distributions.binomialCdf(rank * scale - 1, independent, quantile) <= tail) {
                lower = rank;
            } else {
                above = rank;
            }
        }
        long upper = values + 1;
        long below = 0;
        while (upper - below > 1) {
            long rank = below + (upper - below) / 2;
            if (Distributions.binomialSf(rank * scale - 1, independent, quantile) <= tail) {
                upper = rank;
            } else {
                below = rank;
            }
        }
        return new QuantileRanks(lower, Math.max(lower, upper));
    }
}
