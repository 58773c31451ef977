package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.run.EvaluationRun;
import java.util.Locale;
import java.util.Optional;

/** Draws values with their intervals on a line, as SVG. */
final class Plot {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 18;
    private static final int EDGE = 6;
    private static final double MIDDLE = HEIGHT / 2.0;

    private final double low;
    private final double high;

    private Plot(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Returns the line from 0 to 1, or of the metric's own range, or around the interval where that has no end. */
    static Plot of(EvaluationRun<?, ?, ?> run, String metric, Estimate estimate) {
        var range = run.describe(metric).map(description -> description.range()).filter(found -> found.isBounded());
        if (range.isPresent()) {
            return new Plot(range.get().min(), range.get().max());
        }
        var lower = Math.min(0, lower(estimate));
        var upper = Math.max(0, upper(estimate));
        return lower >= 0 && upper <= 1 ? new Plot(0, 1) : new Plot(lower, upper);
    }

    /** Returns a line with 0 in its middle that reaches as far as some changes. */
    static Plot around(Iterable<MetricValue> changes) {
        var far = 0.0;
        for (var change : changes) {
            far = Math.max(
                    far,
                    change.match(
                            estimate -> Math.max(Math.abs(lower(estimate)), Math.abs(upper(estimate))), reason -> 0.0));
        }
        return new Plot(-(far > 0 ? far : 1), far > 0 ? far : 1);
    }

    private static double lower(Estimate estimate) {
        return bound(estimate, true);
    }

    private static double upper(Estimate estimate) {
        return bound(estimate, false);
    }

    private static double bound(Estimate estimate, boolean isLower) {
        return estimate.interval()
                .map(interval -> isLower ? interval.lower() : interval.upper())
                .filter(Double::isFinite)
                .orElse(estimate.value());
    }

    /** Draws a value, and beside it that of a baseline as a ring. */
    void value(Html html, Estimate estimate, Optional<Estimate> baseline) {
        start(html);
        mark(html, low, "tick");
        mark(html, high, "tick");
        interval(html, estimate);
        baseline.ifPresent(before ->
                html.empty("circle", "class", "before", "cx", at(before.value()), "cy", number(MIDDLE), "r", "4"));
        dot(html, estimate);
        html.close();
    }

    /** Draws a change with a mark at 0. */
    void change(Html html, Estimate estimate) {
        start(html);
        mark(html, 0, "zero");
        interval(html, estimate);
        dot(html, estimate);
        html.close();
    }

    private void start(Html html) {
        html.open("svg", "class", "plot", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "aria-hidden", "true");
        html.empty("line", "class", "track", "x1", "" + EDGE, "x2", "" + (WIDTH - EDGE), "y1", "9", "y2", "9");
    }

    private void mark(Html html, double value, String kind) {
        html.empty("line", "class", kind, "x1", at(value), "x2", at(value), "y1", "3", "y2", "15");
    }

    private void interval(Html html, Estimate estimate) {
        if (estimate.interval().isPresent()) {
            html.empty(
                    "line",
                    "class",
                    "interval",
                    "x1",
                    at(lower(estimate)),
                    "x2",
                    at(upper(estimate)),
                    "y1",
                    number(MIDDLE),
                    "y2",
                    number(MIDDLE));
        }
    }

    private void dot(Html html, Estimate estimate) {
        html.empty("circle", "class", "value", "cx", at(estimate.value()), "cy", number(MIDDLE), "r", "3.5");
    }

    private String at(double value) {
        var share = high > low ? (value - low) / (high - low) : 0.5;
        return number(EDGE + Math.max(0, Math.min(1, share)) * (WIDTH - 2 * EDGE));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
