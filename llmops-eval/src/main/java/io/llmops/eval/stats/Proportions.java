package io.llmops.eval.stats;

/**
 * Intervals for rates. Counts may be fractional (weights, effective sample sizes). Safe for use by many threads.
 *
 * <p>Which one: {@link #wilson} unless there is a reason; {@link #clopperPearson} where the stated confidence must be
 * guaranteed; {@link #tango} for the difference of two classifiers on the same examples.
 */
public final class Proportions {

    private Proportions() {}

    /**
     * Returns Wilson's score interval (1927). Approximate: on average over rates the coverage is the stated level, and
     * for 95 % it stays within 93–97 % where at least about 10 successes and 10 failures are expected; nearer to 0 and
     * 1 it swings around it. Never has zero width.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1], method {@code wilson}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval wilson(double successes, double trials, double level) {
        double p = rate(successes, trials, level);
        double z = Distributions.normalCritical(level);
        double centre = (successes + z * z / 2) / (trials + z * z);
        double half = z * Math.sqrt(trials * p * (1 - p) + z * z / 4) / (trials + z * z);
        return bounded(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half, level, "wilson");
    }

    /**
     * Returns Wilson's score interval with a correction for continuity (Newcombe 1998, method 4), as R's {@code prop.test}
     * gives it. Covers nearly as surely as {@link #clopperPearson}, and is nearly as wide.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1], method {@code wilson, corrected for continuity}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval wilsonCorrected(double successes, double trials, double level) {
        rate(successes, trials, level);
        double lower = successes == 0 ? 0 : correctedLower(successes, trials, level);
        double upper = successes == trials ? 1 : 1 - correctedLower(trials - successes, trials, level);
        return bounded(lower, upper, level, "wilson, corrected for continuity");
    }

    private static double correctedLower(double successes, double trials, double level) {
        double z = Distributions.normalCritical(level);
        double p = successes / trials;
        double root = Math.sqrt(z * z - 2 - 1 / trials + 4 * p * (trials * (1 - p) + 1));
        return (2 * successes + z * z - 1 - z * root) / (2 * (trials + z * z));
    }

    /**
     * Returns the exact interval of Clopper and Pearson (1934). Guaranteed: covers at least the stated level at every
     * rate and size, at the price of width.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1], method {@code clopper-pearson}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval clopperPearson(double successes, double trials, double level) {
        rate(successes, trials, level);
        double tail = (1 - level) / 2;
        double failures = trials - successes;
        double lower = successes == 0 ? 0 : Distributions.betaQuantile(tail, successes, failures + 1);
        double upper = failures == 0 ? 1 : Distributions.betaQuantile(1 - tail, successes + 1, failures);
        return bounded(lower, upper, level, "clopper-pearson");
    }

    /**
     * Returns the interval of Agresti and Coull (1998): the normal formula after z²/2 successes and failures are added.
     * Approximate: 93–98 % for 95 % where
     * at least about 10 successes and 10 failures are expected, and a little wider than Wilson's.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1], method {@code agresti-coull}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval agrestiCoull(double successes, double trials, double level) {
        rate(successes, trials, level);
        double z = Distributions.normalCritical(level);
        double n = trials + z * z;
        double p = (successes + z * z / 2) / n;
        double half = z * Math.sqrt(p * (1 - p) / n);
        return bounded(p - half, p + half, level, "agresti-coull");
    }

    /**
     * Returns the equal-tailed interval of the posterior under Jeffreys' prior, Beta(½, ½). On average over rates the
     * coverage is the stated level. At 0 successes the lower bound is above 0, as the posterior has it.
     *
     * @param successes from 0 to {@code trials}
     * @param trials above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1], method {@code jeffreys}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval jeffreys(double successes, double trials, double level) {
        rate(successes, trials, level);
        double a = successes + 0.5;
        double b = trials - successes + 0.5;
        double tail = (1 - level) / 2;
        return bounded(
                Distributions.betaQuantile(tail, a, b), Distributions.betaQuantile(1 - tail, a, b), level, "jeffreys");
    }

    /**
     * Returns Newcombe's interval (1998, method 10) for the difference of two paired rates, first minus second: Wilson's
     * intervals of both, joined with regard to their correlation. Approximate: covers 93–97 % for 95 % from 20 pairs
     * where at least 6 discordant ones are expected; with fewer it covers more.
     *
     * @param table the four counts, at least one of them above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [−1, 1], method {@code newcombe paired}
     */
    public static Interval newcombe(PairedCounts table, double level) {
        double n = table.total();
        double a = (table.both() + table.onlyA()) / n;
        double b = (table.both() + table.onlyB()) / n;
        Interval first = wilson(table.both() + table.onlyA(), n, level);
        Interval second = wilson(table.both() + table.onlyB(), n, level);
        double phi = table.newcombePhi();
        double below = distance(a - first.lower(), second.upper() - b, phi);
        double above = distance(first.upper() - a, b - second.lower(), phi);
        double difference = table.difference();
        return new Interval(
                Math.max(-1, difference - below), Math.min(1, difference + above), level, "newcombe paired");
    }

    /**
     * Returns Tango's score interval (1998) for the difference of two paired rates, first minus second. Approximate:
     * covers 93–97 % for 95 % from 20 pairs where at least 5 discordant ones are expected, also when the rates are near 0
     * or 1; with fewer it covers more. Never has zero width.
     *
     * @param table the four counts, at least one of them above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval within [−1, 1], method {@code tango}
     */
    public static Interval tango(PairedCounts table, double level) {
        Numbers.requireLevel(level);
        double z = Distributions.normalCritical(level);
        double difference = table.difference();
        double lower = Bisection.decreasing(-1, difference, z, table::tangoScore);
        double upper = Bisection.decreasing(difference, 1, -z, table::tangoScore);
        return new Interval(lower, upper, level, "tango");
    }

    /**
     * Returns the interval of the ratio of two independent rates by its logarithm (Katz and others 1978), with half a
     * success and one trial added to both where one has none. Approximate, where both have about 5 successes or more. Never has zero
     * width.
     *
     * @param successes of the first rate, from 0 to {@code trials}
     * @param trials of the first rate, above 0
     * @param others successes of the second rate, from 0 to {@code otherTrials}
     * @param otherTrials of the second rate, above 0
     * @param level the confidence, above 0 and below 1
     * @return the interval, above 0, method {@code log ratio}
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static Interval ratio(double successes, double trials, double others, double otherTrials, double level) {
        rate(successes, trials, level);
        rate(others, otherTrials, level);
        boolean certain = successes == trials && others == otherTrials;
        double more = successes == 0 || others == 0 ? 0.5 : 0;
        double ratio = (successes + more) / (trials + 2 * more) * ((otherTrials + 2 * more) / (others + more));
        double variance = 1 / (successes + more) + 1 / (others + more);
        variance -= certain ? 0 : 1 / (trials + 2 * more) + 1 / (otherTrials + 2 * more);
        double half = Distributions.normalCritical(level) * Math.sqrt(variance);
        double centre = StrictMath.log(ratio);
        return new Interval(StrictMath.exp(centre - half), StrictMath.exp(centre + half), level, "log ratio");
    }

    private static double distance(double x, double y, double phi) {
        return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
    }

    private static double rate(double successes, double trials, double level) {
        Numbers.requireLevel(level);
        if (!(trials > 0 && trials < Double.POSITIVE_INFINITY && successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(
                    "expected trials above 0 and successes from 0 to them, found " + successes + " of " + trials);
        }
        return successes / trials;
    }

    private static Interval bounded(double lower, double upper, double level, String method) {
        return new Interval(Numbers.clamp(lower, 0, 1), Numbers.clamp(upper, 0, 1), level, method);
    }
}
