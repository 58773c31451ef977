package io.llmops.eval.junit;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.report.Shown;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** The metrics a message shows: those that were decided on, and the usual ones. */
final class MetricTable {

    private static final List<String> USUAL = List.of("accuracy", "f1/macro", "share/abstained", "share/failed");
    private static final int ROWS = 6;
    private static final int NAME = 36;
    private static final int NUMBER = 10;

    private MetricTable() {}

    static List<String> of(EvaluationRun<?, ?, ?> run, List<String> first) {
        var lines = new ArrayList<String>();
        lines.add(line("metric", "value", "", "  interval"));
        for (var name : names(run, first)) {
            var value = run.metric(name);
            lines.add(line(name, number(value), "", "  " + interval(value)));
        }
        return lines;
    }

    static List<String> of(Comparison<?, ?> comparison, List<String> first) {
        var names = names(comparison.other(), first);
        var lines = new ArrayList<String>();
        lines.add(line("metric", "baseline", "now", "  difference"));
        for (var difference :
                comparison.differences(names, comparison.other().provenance().uncertainty())) {
            lines.add(line(
                    difference.metric(),
                    number(difference.baseline()),
                    number(difference.other()),
                    "  " + change(difference)));
        }
        return lines;
    }

    private static List<String> names(EvaluationRun<?, ?, ?> run, List<String> first) {
        var names = new LinkedHashSet<>(first);
        names.addAll(USUAL);
        return names.stream().filter(run.metrics()::containsKey).limit(ROWS).toList();
    }

    private static String line(String name, String one, String other, String rest) {
        return "  " + Shown.padRight(Shown.of(name, NAME), NAME) + Shown.padLeft(one, NUMBER)
                + (other.isEmpty() ? "" : Shown.padLeft(other, NUMBER)) + rest;
    }

    private static String number(MetricValue value) {
        return value.match(estimate -> plain(estimate.value()), reason -> "undefined");
    }

    private static String interval(MetricValue value) {
        return value.match(
                estimate -> estimate.interval()
                                .map(found -> bounds(found, MetricTable::plain))
                                .orElse("no interval")
                        + ", n " + estimate.n(),
                reason -> reason);
    }

    private static String change(Difference difference) {
        return difference
                .change()
                .match(
                        estimate -> signed(estimate.value())
                                + estimate.interval()
                                        .map(found -> " " + bounds(found, MetricTable::signed))
                                        .orElse(""),
                        reason -> reason);
    }

    private static String bounds(Interval interval, DoubleFunction<String> number) {
        return "[" + number.apply(interval.lower()) + ", " + number.apply(interval.upper()) + "]";
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static String signed(double number) {
        return String.format(Locale.ROOT, "%+.4f", number);
    }
}
