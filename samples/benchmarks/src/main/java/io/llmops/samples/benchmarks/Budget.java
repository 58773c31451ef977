package io.llmops.samples.benchmarks;

import java.util.Locale;

/**
 * How much an operation may allocate.
 *
 * @param bytes at most, for one unit
 * @param unit what is counted
 * @param count how many units an operation has in the quick pass
 * @param growth how many times as many it has in the full run
 */
record Budget(double bytes, String unit, double count, int growth) {

    /** A budget for an operation that is of one size in every run. */
    static Budget of(double bytes, String unit, double count) {
        return new Budget(bytes, unit, count, 1);
    }

    /** A budget for an operation that is ten times as large in the full run. */
    static Budget growing(double bytes, String unit, double count) {
        return new Budget(bytes, unit, count, 10);
    }

    /** Says what was allocated of what may be; in bold if that is more. */
    String check(double allocated, boolean full) {
        var each = allocated / count / (full ? growth : 1);
        return each <= bytes
                ? figure(each) + " of " + figure(bytes) + " a " + unit
                : "**" + figure(each) + "** of " + figure(bytes) + " a " + unit;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
