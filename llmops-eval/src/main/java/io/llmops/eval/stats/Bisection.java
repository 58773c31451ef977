package io.llmops.eval.stats;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a monotone condition turns, to the last bit: halves the number of doubles between the ends, not their
 * distance, so that 1e-300 is found as exactly as 0.5. Safe for use by many threads.
 */
final class Bisection {

    private Bisection() {}

    /** Returns the smallest double of [low, high] for which the condition holds; {@code high} if for none. */
    static double firstWhere(double low, double high, DoublePredicate condition) {
        long below = ordinal(low);
        long above = ordinal(high);
        if (condition.test(low)) {
            return low;
        }
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (condition.test(value(middle))) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return value(above);
    }

    /** Returns where an increasing function reaches the target. */
    static double increasing(double low, double high, double target, DoubleUnaryOperator function) {
        return firstWhere(low, high, x -> function.applyAsDouble(x) >= target);
    }

    /** Returns where a decreasing function comes down to the target. */
    static double decreasing(double low, double high, double target, DoubleUnaryOperator function) {
        return firstWhere(low, high, x -> function.applyAsDouble(x) <= target);
    }

    private static long ordinal(double x) {
        long bits = Double.doubleToLongBits(x + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double value(long ordinal) {
        return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
    }
}
