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

    private final double low;
    private final double range;
    private final double level;
    private final double logThreshold;
    private double[] values = new double[16];
    private double[] bets = new double[16];
    private int count;
    private double sum;
    private double squares;

    private ConfidenceSequence(double low, double high, double level) {
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
        Numbers.requireLevel(level);
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("expected finite bounds in order, found " + low + " and " + high);
        }
        return new ConfidenceSequence(low, high, level);
    }

    /**
     * Takes the next value.
     *
     * @param value within the bounds
     * @throws IllegalArgumentException if it is not
     */
    public void add(double value) {
        double scaled = (value - low) / range;
        if (!(scaled >= 0 && scaled <= 1)) {
            throw new IllegalArgumentException(
                    "expected a value from " + low + " to " + (low + range) + ", found " + value);
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
     * @return the interval, method {@code betting confidence sequence}
     */
    public Interval interval() {
        double lower = Bisection.firstWhere(0, 1, mean -> logCapital(mean, 1) < logThreshold);
        double upper = 1 - Bisection.firstWhere(0, 1, rest -> logCapital(1 - rest, -1) < logThreshold);
        double from = Math.min(lower, upper);
        double to = Math.max(lower, upper);
        return new Interval(low + range * from, low + range * to, level, "betting confidence sequence");
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
        double most = TRUNCATION / (direction > 0 ? mean : 1 - mean);
        double log = 0;
        double capital = 1;
        for (int i = 0; i < count; i++) {
            capital *= 1 + direction * Math.min(bets[i], most) * (values[i] - mean);
            if (capital > LARGE || capital < 1 / LARGE) {
                log += StrictMath.log(capital);
                capital = 1;
            }
        }
        return log + StrictMath.log(capital);
    }
}
