package io.llmops.eval.stats;

import java.util.Arrays;

/**
 * An interval for the mean of bounded values that holds at all times at once, so that looking after every value and
 * stopping when it is narrow enough is honest: the hedged betting of Waudby-Smith and Ramdas ("Estimating means of
 * bounded random variables by betting", 2024, §4), bets by their predictable plug-in. Guaranteed: the chance that the
 * true mean is ever outside is at most 1 − level, at every number of values and for every distribution within the bounds
 * whose mean, given the values before, stays the same. The price is an interval wider than one for a number fixed
 * beforehand. Not safe for use by many threads.
 */
public final class ConfidenceSequence {

    private static final double TRUNCATION = 0.5;
    private static final double LARGE = 1e250;
    private static final double ROUNDING = 1e-9;

    private final double low;
    private final double range;
    private final double level;
    private final double logThreshold;
    private final long population;
    private double[] values = new double[16];
    private double[] bets = new double[16];
    private int count;
    private double sum;
    private double squares;

    private ConfidenceSequence(double low, double high, double level, long population) {
        this.population = population;
        this.low = low;
        this.range = high - low;
        this.level = level;
        this.logThreshold = StrictMath.log(2 / (1 - level));
    }

    /**
     * Returns a sequence without values.
     *
     * @param low the least value there can be, finite
     * @param high the greatest, finite, above {@code low}
     * @param level the confidence, above 0 and below 1
     * @return the sequence
     */
    public static ConfidenceSequence of(double low, double high, double level) {
        return of(low, high, level, Long.MAX_VALUE);
    }

    /**
     * Returns a sequence for values that are drawn one after another, in random order, from so many of which the mean is
     * asked, none twice (Waudby-Smith and Ramdas, "Confidence sequences for sampling without replacement", 2020): it
     * narrows faster, and is the mean itself once all are drawn.
     *
     * @param low the least value there can be, finite
     * @param high the greatest, finite, above {@code low}
     * @param level the confidence, above 0 and below 1
     * @param population how many values there are in all, above 0
     * @return the sequence; it takes no more values than that
     */
    public static ConfidenceSequence withoutReplacement(double low, double high, double level, long population) {
        if (population < 1 || population == Long.MAX_VALUE) {
            throw new IllegalArgumentException("expected a population above 0, found " + population);
        }
        return of(low, high, level, population);
    }

    private static ConfidenceSequence of(double low, double high, double level, long population) {
        Numbers.requireLevel(level);
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("expected finite bounds in order, found " + low + " and " + high);
        }
        return new ConfidenceSequence(low, high, level, population);
    }

    /**
     * Takes the next value.
     *
     * @param value within the bounds
     * @throws IllegalArgumentException if it is not
     * @throws IllegalStateException if all values of the population were taken
     */
    public void add(double value) {
        double scaled = (value - low) / range;
        if (!(scaled >= 0 && scaled <= 1)) {
            throw new IllegalArgumentException(
                    "expected a value from " + low + " to " + (low + range) + ", found " + value);
        }
        if (count == population) {
            throw new IllegalStateException("expected " + population + " values at most, found one more");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            bets = Arrays.copyOf(bets, 2 * count);
        }
        double variance = (0.25 + squares) / (count + 1);
        int time = count + 1;
        bets[count] = Math.sqrt(2 * logThreshold / (variance * time * StrictMath.log(1.0 + time)));
        values[count] = scaled;
        count++;
        sum += scaled;
        double distance = scaled - (0.5 + sum) / (count + 1);
        squares += distance * distance;
    }

    /** {@return the number of values taken} */
    public int count() {
        return count;
    }

    /**
     * Returns the interval as of now; before the first value, the bounds. Takes time proportional to the number of
     * values.
     *
     * @return the interval, method {@code betting confidence sequence} or {@code betting without replacement}
     */
    public Interval interval() {
        double lower = Bisection.firstWhere(0, 1, mean -> logCapital(mean, 1) < logThreshold);
        double upper = 1 - Bisection.firstWhere(0, 1, rest -> logCapital(1 - rest, -1) < logThreshold);
        double from = Math.min(lower, upper);
        double to = Math.max(lower, upper);
        return new Interval(
                low + range * from,
                low + range * to,
                level,
                isEndless() ? "betting confidence sequence" : "betting without replacement");
    }

    /**
     * Returns whether a value is refuted as the mean, as of now.
     *
     * @param mean within the bounds
     * @return true if it is outside the interval
     */
    public boolean excludes(double mean) {
        double scaled = Numbers.requireProbability("a mean, in units of the bounds,", (mean - low) / range);
        return logCapital(scaled, 1) >= logThreshold || logCapital(scaled, -1) >= logThreshold;
    }

    /** Returns the logarithm of what betting on a mean above (direction 1) or below (−1) the supposed one has earned. */
    private double logCapital(double mean, int direction) {
        double log = 0;
        double capital = 1;
        double seen = 0;
        for (int i = 0; i < count; i++) {
            double left = meanOfTheRest(mean, i, seen);
            double most = TRUNCATION / (direction > 0 ? left : 1 - left);
            capital *= 1 + direction * Math.min(bets[i], most) * (values[i] - left);
            seen += values[i];
            if (capital > LARGE || capital < 1 / LARGE) {
                log += StrictMath.log(capital);
                capital = 1;
            }
        }
        double rest = isEndless() ? 0 : population * mean - seen;
        double impossible = direction > 0 ? -rest : rest - (population - count);
        return impossible > ROUNDING * Math.max(1, count) && !isEndless()
                ? Double.POSITIVE_INFINITY
                : log + StrictMath.log(capital);
    }

    private boolean isEndless() {
        return population == Long.MAX_VALUE;
    }

    /** Returns what the values still to come must have as their mean, if the mean of all is as supposed. */
    private double meanOfTheRest(double mean, int taken, double seen) {
        return isEndless() ? mean : Numbers.clamp((population * mean - seen) / (population - taken), 0, 1);
    }
}
