package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.Paired;
import io.llmops.eval.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;

/** A comparison as text, within 100 columns. */
final class ComparisonText {

    private static final int EXAMPLES = 5;

    private final Comparison<?, ?> comparison;
    private final List<String> metrics;
    private final List<String> lines = new ArrayList<>();

    ComparisonText(Comparison<?, ?> comparison, List<String> metrics) {
        this.comparison = comparison;
        this.metrics = metrics;
    }

    String text() {
        var names = Shown.of(comparison.other().name(), 40) + " against "
                + Shown.of(comparison.baseline().name(), 40);
        lines.add(names);
        lines.add("─".repeat(Shown.width(names)));
        comparison.warnings().forEach(warning -> lines.add("warning: " + warning));
        var table = new TextTable(List.of("metric", "baseline", "other", "difference", "", "interval by"));
        comparison
                .differences(metrics, comparison.other().provenance().uncertainty())
                .forEach(difference -> table.add(row(difference)));
        lines.addAll(table.lines());
        if (!comparison.pairs().isEmpty()) {
            correctness();
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> row(Difference difference) {
        var change = difference.change();
        return List.of(
                difference.metric(),
                value(difference.baseline()),
                value(difference.other()),
                change.match(estimate -> Numerals.signed(estimate.value()), reason -> "undefined"),
                change.match(
                        estimate -> estimate.interval().map(Numerals::signed).orElse("no interval"),
                        reason -> Shown.of(reason, 40)),
                change.match(
                        estimate -> estimate.interval()
                                .map(interval -> interval.method())
                                .orElse(""),
                        reason -> ""));
    }

    private static String value(MetricValue value) {
        return value.match(estimate -> Numerals.of(estimate.value()), reason -> "undefined");
    }

    private void correctness() {
        var correctness = comparison.correctness();
        var evidence = correctness.evidence();
        lines.add("");
        lines.add("right in both " + Numerals.count(correctness.both()) + " · fixed "
                + Numerals.count(correctness.fixed())
                + " · broken " + Numerals.count(correctness.broken()) + " · wrong in both "
                + Numerals.count(correctness.neither()) + " · p "
                + Numerals.pValue(evidence.test().pValue()) + " ("
                + evidence.test().method() + ")");
        examples("fixed", comparison.fixed());
        examples("broken", comparison.broken());
    }

    private void examples(String kind, List<? extends Paired<?, ?>> pairs) {
        pairs.stream()
                .limit(EXAMPLES)
                .forEach(pair -> lines.add(Shown.of(
                        "  " + kind + " " + Shown.of(pair.other().id(), 24) + ": "
                                + Shown.of(String.valueOf(pair.other().example().input()), 120),
                        TextTable.PAGE)));
        if (pairs.size() > EXAMPLES) {
            lines.add("  " + kind + ": " + Numerals.count(pairs.size() - EXAMPLES) + " more");
        }
    }
}
