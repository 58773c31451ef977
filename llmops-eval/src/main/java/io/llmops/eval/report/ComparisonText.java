package io.llmops.eval.report;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.EffectSize;
import io.llmops.eval.compare.ExampleChange;
import io.llmops.eval.compare.Significance;
import io.llmops.eval.compare.SliceDifference;
import io.llmops.eval.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;

/** A comparison as text, within 100 columns. */
final class ComparisonText {

    private static final int EXAMPLES = 5;
    private static final int SLICES = 10;

    private final Compared compared;
    private final Comparison<?, ?> comparison;
    private final List<String> lines = new ArrayList<>();

    ComparisonText(Compared compared) {
        this.compared = compared;
        comparison = compared.comparison();
    }

    String text() {
        var names = Shown.of(comparison.other().name(), 40) + " against "
                + Shown.of(comparison.baseline().name(), 40);
        lines.add(names);
        lines.add("─".repeat(Shown.width(names)));
        comparison.changes().forEach(change -> lines.add(Shown.of("changed: " + change, TextTable.PAGE)));
        comparison.warnings().forEach(warning -> lines.add(Shown.of("warning: " + warning, TextTable.PAGE)));
        metrics();
        if (!comparison.pairs().isEmpty()) {
            slices();
            correctness();
        }
        return String.join("\n", lines) + "\n";
    }

    private void metrics() {
        var table = new TextTable(List.of("metric", "baseline", "other", "difference", "", "p", "effect"));
        for (var i = 0; i < compared.differences().size(); i++) {
            table.add(row(compared.differences().get(i), compared.significance().get(i)));
        }
        lines.addAll(table.lines());
        lines.addAll(compared.methods());
    }

    private static List<String> row(Difference difference, Significance significance) {
        var change = difference.change();
        return List.of(
                difference.metric(),
                value(difference.baseline()),
                value(difference.other()),
                change.match(estimate -> Numerals.signed(estimate.value()), reason -> "undefined"),
                change.match(
                        estimate -> estimate.interval().map(Numerals::signed).orElse("no interval"),
                        reason -> Shown.of(reason, 40)),
                significance.test().map(test -> Numerals.pValue(test.pValue())).orElse(""),
                significance.effect().map(ComparisonText::effect).orElse(""));
    }

    private static String effect(EffectSize effect) {
        var letter = effect.method().substring(effect.method().length() - 1);
        return letter + " " + Numerals.signed(effect.value());
    }

    private void slices() {
        if (compared.slices().isEmpty()) {
            return;
        }
        var moved = compared.movedSlices();
        lines.add("");
        lines.add("slices whose " + compared.main().orElseThrow() + " moved: " + Numerals.count(moved.size()) + " of "
                + Numerals.count(compared.slices().size()) + " (Holm)");
        moved.stream().limit(SLICES).forEach(slice -> lines.add(Shown.of("  " + slice(slice), TextTable.PAGE)));
    }

    private static String slice(SliceDifference slice) {
        var difference = slice.difference();
        return Shown.of(slice.tag() + "=" + (slice.value().isEmpty() ? "(none)" : slice.value()), 40) + ": "
                + value(difference.baseline()) + " → " + value(difference.other()) + ", "
                + difference.change().match(estimate -> "n " + Numerals.count(estimate.n()), reason -> reason)
                + ", adjusted p " + Numerals.pValue(slice.adjustedP());
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
        examples("broken", compared.broken());
        examples("fixed", compared.fixed());
    }

    private void examples(String kind, List<ExampleChange<?, ?>> changes) {
        changes.stream().limit(EXAMPLES).map(ExampleChange::pair).forEach(pair -> {
            lines.add(Shown.of(
                    "  " + kind + " " + Shown.of(pair.other().id(), 24) + ": "
                            + Shown.of(String.valueOf(pair.other().example().input()), 120),
                    TextTable.PAGE));
            lines.add(Shown.of(
                    "    " + Shown.of(OutcomeText.of(pair.baseline()), 30) + " → "
                            + Shown.of(OutcomeText.of(pair.other()), 30) + ", reference "
                            + Shown.of(String.valueOf(pair.other().reference()), 40),
                    TextTable.PAGE));
        });
        if (changes.size() > EXAMPLES) {
            lines.add("  " + kind + ": " + Numerals.count(changes.size() - EXAMPLES) + " more");
        }
    }
}
