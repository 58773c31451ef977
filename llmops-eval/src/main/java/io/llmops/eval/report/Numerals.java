package io.llmops.eval.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import java.time.Duration;
import java.util.Locale;

/** The one way numbers are written, in every locale. */
final class Numerals {

    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    private static final int LARGE = 100;
    private static final double HUGE = 1e15;

    private Numerals() {}

    /** Returns three decimals up to 100, fewer above. */
    static String of(double number) {
        var size = Math.abs(number);
        var text = String.format(Locale.ROOT, size >= HUGE ? "%.3e" : size >= LARGE ? "%.1f" : "%.3f", number);
        return text.equals("-0.000") ? "0.000" : text;
    }

    /** Returns the fewest digits that read back as the same number, the same on every Java. */
    static String exact(double number) {
        return NumberOutput.toString(number, true);
    }

    static String signed(double number) {
        var text = of(number);
        return text.startsWith("-") ? text : "+" + text;
    }

    static String signed(Interval interval) {
        return "[" + signed(interval.lower()) + ", " + signed(interval.upper()) + "]";
    }

    static String of(Interval interval) {
        return "[" + of(interval.lower()) + ", " + of(interval.upper()) + "]";
    }

    static String of(Estimate estimate) {
        return of(estimate.value())
                + estimate.interval().map(interval -> " " + of(interval)).orElse("");
    }

    static String of(MetricValue value) {
        return value.match(Numerals::of, reason -> "undefined");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Returns a p-value; very small ones as a bound. */
    static String pValue(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** Returns a time in milliseconds with three decimals. */
    static double milliseconds(Duration time) {
        return Math.rint(time.toNanos() / 1e3) / 1e3;
    }

    static String time(Duration time) {
        var nanos = (double) time.toNanos();
        if (nanos < MILLI) {
            return String.format(Locale.ROOT, "%.2f ms", nanos / MILLI);
        }
        if (nanos < SECOND) {
            return String.format(Locale.ROOT, "%.0f ms", nanos / MILLI);
        }
        return nanos < 60 * SECOND
                ? String.format(Locale.ROOT, "%.1f s", nanos / SECOND)
                : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
}
