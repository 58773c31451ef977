package io.llmops.eval.stats;

/**
 * McNemar's test: are two classifiers right equally often on the same examples? Only the examples on which exactly one
 * of them is right say anything; when there are none, the p-value is 1. Two-sided. Safe for use by many threads.
 */
public final class McNemar {

    private McNemar() {}

    /**
     * Returns the exact test, by the binomial distribution of the smaller count. Never exceeds its level.
     *
     * @param onlyA examples on which only the first is right
     * @param onlyB examples on which only the second is right
     * @return statistic: the smaller count
     */
    public static TestResult exact(long onlyA, long onlyB) {
        double n = discordant(onlyA, onlyB);
        double smaller = Math.min(onlyA, onlyB);
        double p = onlyA == onlyB ? 1 : 2 * Distributions.binomialCdf(smaller, n, 0.5);
        return TestResult.of("mcnemar exact", smaller, p);
    }

    /**
     * Returns the mid-p test (Fagerland, Lydersen and Laake 2013): the exact test less half the probability of what was
     * seen. More power than the exact test; holds its level closely, though without guarantee.
     *
     * @param onlyA examples on which only the first is right
     * @param onlyB examples on which only the second is right
     * @return statistic: the smaller count
     */
    public static TestResult midP(long onlyA, long onlyB) {
        double n = discordant(onlyA, onlyB);
        double smaller = Math.min(onlyA, onlyB);
        double seen = Distributions.binomialPmf(smaller, n, 0.5);
        double p = n == 0 ? 1 : onlyA == onlyB ? 1 - seen : 2 * Distributions.binomialCdf(smaller, n, 0.5) - seen;
        return TestResult.of("mcnemar mid-p", smaller, p);
    }

    /**
     * Returns the χ² test with one degree of freedom. Good from about 25 discordant examples.
     *
     * @param onlyA examples on which only the first is right
     * @param onlyB examples on which only the second is right
     * @param correction whether to apply Edwards' continuity correction, (|onlyA − onlyB| − 1)² / n, also where the two
     *     are equal, as statsmodels has it
     * @return statistic: χ²; 0 when no example is discordant
     */
    public static TestResult chiSquared(long onlyA, long onlyB, boolean correction) {
        double n = discordant(onlyA, onlyB);
        double difference = Math.abs((double) onlyA - onlyB) - (correction ? 1 : 0);
        double statistic = n == 0 ? 0 : difference * difference / n;
        String method = correction ? "mcnemar chi-squared corrected" : "mcnemar chi-squared";
        return TestResult.of(method, statistic, Distributions.chiSquaredSf(statistic, 1), 1);
    }

    private static long discordant(long onlyA, long onlyB) {
        return Math.addExact(Numbers.requireCount("onlyA", onlyA), Numbers.requireCount("onlyB", onlyB));
    }
}
