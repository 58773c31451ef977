package io.llmops.eval.gate;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import java.util.Locale;

/** The numbers a decision is made on, as a person reads them. */
final class Shown {

    private static final double FAR = Double.MAX_VALUE;

    private static final double TINY = 0.0005;

    private Shown() {}

    static Interval shifted(Interval interval, double by) {
        return new Interval(
                Math.max(-FAR, Math.min(FAR, interval.lower() + by)),
                Math.max(-FAR, Math.min(FAR, interval.upper() + by)),
                interval.level(),
                interval.method());
    }

    /** Returns an estimate without an interval of which one end is open. */
    static Estimate finite(Estimate estimate) {
        return new Estimate(
                estimate.value(),
                estimate.interval().filter(interval -> interval.lower() > -FAR && interval.upper() < FAR),
                estimate.n(),
                estimate.excluded(),
                estimate.reach());
    }

    static String numbers(Estimate estimate) {
        return number(estimate.value())
                + estimate.interval().map(interval -> " " + interval(interval)).orElse("") + ", n " + estimate.n();
    }

    static String interval(Interval interval) {
        return "[" + number(interval.lower()) + ", " + number(interval.upper()) + "] (" + percent(interval.level())
                + ", " + interval.method() + ")";
    }

    static String percent(double share) {
        var text = String.format(Locale.ROOT, "%.2f", 100 * share);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "") + " %";
    }

    static String number(double number) {
        if (Math.abs(number) == FAR || Double.isInfinite(number)) {
            return number > 0 ? "∞" : "-∞";
        }
        var tiny = number != 0 && Math.abs(number) < TINY;
        var text = String.format(Locale.ROOT, tiny ? "%.2e" : "%.4f", number);
        return text.equals("-0.0000") ? "0.0000" : text;
    }
}
