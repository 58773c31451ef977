package io.llmops.eval.stats;

import java.util.Objects;

/** What arguments of this room must be. Safe for use by many threads. */
final class Numbers {

    private Numbers() {}

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("expected a level above 0 and below 1, found " + level);
        }
    }

    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite " + name + ", found " + value);
        }
        return value;
    }

    static double requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected " + name + " from 0 to 1, found " + value);
        }
        return value;
    }

    static long requireCount(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("expected " + name + " of 0 or more, found " + value);
        }
        return value;
    }

    /** Returns the array, not a copy, once it is long enough and every value is finite. */
    static double[] requireSample(String name, double[] values, int atLeast) {
        Objects.requireNonNull(values, name);
        if (values.length < atLeast) {
            throw new IllegalArgumentException(
                    "expected at least " + atLeast + " values in " + name + ", found " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("expected finite " + name + ", found " + values[i] + " at " + i);
            }
        }
        return values;
    }

    static void requireSameLength(String one, int length, String other, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(
                    "expected as many " + one + " as " + other + ", found " + length + " and " + otherLength);
        }
    }

    /** Adds with Neumaier's correction, so that the result hardly depends on the order. */
    static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** Returns the variance with divisor n − 1. */
    static double variance(double[] values) {
        return squares(values) / (values.length - 1);
    }

    /** Returns the sum of squared distances from the mean: exactly 0 when all values are the same. */
    static double squares(double[] values) {
        double mean = isConstant(values) ? values[0] : mean(values);
        double[] squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return sum(squares);
    }

    static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    static double clamp(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }
}
