package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A table a tag: its slices with the values that are of no single class, and a word where they say nothing. */
final class SliceTables {

    private static final Pattern SLICE = Pattern.compile("(.*)\\[([^\\[\\]=]+)=(.*)]", Pattern.DOTALL);
    private static final int COLUMNS = 3;
    private static final int ROWS = 30;
    private static final long FEW = 10;
    private static final double WIDE = 0.5;

    private final EvaluationRun<?, ?, ?> run;
    private final Map<String, Map<String, Map<String, MetricValue>>> tags = new LinkedHashMap<>();

    SliceTables(EvaluationRun<?, ?, ?> run) {
        this.run = run;
        run.metrics().forEach((name, value) -> {
            var slice = SLICE.matcher(name);
            if (slice.matches()
                    && MainMetrics.isMain(slice.group(1), run.metrics().keySet())) {
                tags.computeIfAbsent(slice.group(2), tag -> new TreeMap<>())
                        .computeIfAbsent(slice.group(3), row -> new LinkedHashMap<>())
                        .put(slice.group(1), value);
            }
        });
    }

    /** Returns whether a value is that of a slice of another one. */
    static boolean isSlice(String name, Map<String, MetricValue> values) {
        var slice = SLICE.matcher(name);
        return slice.matches() && values.containsKey(slice.group(1));
    }

    /** Returns by tag and its value the values that are of no single class. */
    Map<String, Map<String, Map<String, MetricValue>>> tags() {
        return Collections.unmodifiableMap(tags);
    }

    /** Returns which of the values of slices are shown. */
    static List<String> columns(Map<String, Map<String, MetricValue>> slices) {
        return slices.values().iterator().next().keySet().stream()
                .filter(name -> !name.startsWith("share/"))
                .limit(COLUMNS)
                .toList();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        tags.forEach((tag, slices) -> {
            lines.add("");
            lines.addAll(table(tag, slices).lines());
            if (slices.size() > ROWS) {
                lines.add("  " + Numerals.count(slices.size() - ROWS) + " more values of " + Shown.of(tag, 40));
            }
        });
        return lines;
    }

    private TextTable table(String tag, Map<String, Map<String, MetricValue>> slices) {
        var columns = columns(slices);
        var header = new ArrayList<String>();
        header.add(tag);
        header.addAll(columns);
        header.add("n");
        header.add("");
        var table = new TextTable(header);
        slices.entrySet().stream().limit(ROWS).forEach(slice -> {
            var row = new ArrayList<String>();
            row.add(slice.getKey().isEmpty() ? "(none)" : slice.getKey());
            columns.forEach(name -> row.add(Optional.ofNullable(slice.getValue().get(name))
                    .map(Numerals::of)
                    .orElse("")));
            var n = examples(slice.getValue());
            row.add(Numerals.count(n));
            row.add(saysNothing(columns, slice.getValue(), n) ? "too few to tell" : "");
            table.add(row);
        });
        return table;
    }

    static long examples(Map<String, MetricValue> values) {
        return values.values().stream()
                .flatMap(value -> value.estimate().stream())
                .mapToLong(estimate -> estimate.n() + estimate.excluded())
                .max()
                .orElse(0);
    }

    /** Returns whether a slice has too few examples, or an interval half as wide as the range of its metric. */
    boolean saysNothing(List<String> columns, Map<String, MetricValue> values, long n) {
        return n < FEW
                || values.entrySet().stream()
                        .filter(value -> columns.contains(value.getKey()))
                        .anyMatch(value ->
                                value.getValue().match(estimate -> isWide(value.getKey(), estimate), reason -> false));
    }

    private boolean isWide(String name, Estimate estimate) {
        return estimate.interval()
                .map(interval -> run.describe(name)
                        .map(description -> interval.width()
                                > WIDE
                                        * (description.range().max()
                                                - description.range().min()))
                        .orElse(false))
                .orElse(true);
    }
}
