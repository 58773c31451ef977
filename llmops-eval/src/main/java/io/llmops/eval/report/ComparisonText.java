package io.llmops.eval.report;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.EffectSize;
import io.llmops.eval.compare.Paired;
import io.llmops.eval.compare.Significance;
import io.llmops.eval.compare.SliceDifference;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as text, within 100 columns. */
final class ComparisonText {

    private static final int EXAMPLES = 5;
    private static final int SLICES = 10;

    private final Comparison<?, ?> comparison;
    private final List<String> metrics;
    private final Uncertainty uncertainty;
    private final List<String> lines = new ArrayList<>();

    ComparisonText(Comparison<?, ?> comparison, List<String> metrics) {
        this.comparison = comparison;
        this.metrics = metrics;
        this.uncertainty = comparison.other().provenance().uncertainty();
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
        var significance = comparison.significance(metrics, uncertainty);
        var differences = comparison.differences(metrics, uncertainty);
        for (var i = 0; i < metrics.size(); i++) {
            table.add(row(differences.get(i), significance.get(i)));
        }
        lines.addAll(table.lines());
        var intervals = differences.stream()
                .flatMap(difference -> difference.change().estimate().stream())
                .flatMap(estimate -> estimate.interval().stream())
                .map(Interval::method);
        var tests = significance.stream().flatMap(one -> one.test().stream()).map(TestResult::method);
        methods("intervals by ", intervals);
        methods("p by ", tests);
    }

    private void methods(String what, Stream<String> methods) {
        var different = methods.distinct().collect(Collectors.joining(", "));
        if (!different.isEmpty()) {
            lines.add(what + different);
        }
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
        var main = MainMetrics.main(comparison, metrics);
        if (main.isEmpty()) {
            return;
        }
        var slices = comparison.slices(main.get());
        var moved = slices.stream()
                .filter(slice -> slice.adjustedP() < 1 - uncertainty.level())
                .toList();
        if (slices.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("slices whose " + main.get() + " moved: " + Numerals.count(moved.size()) + " of "
                + Numerals.count(slices.size()) + " (Holm)");
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
        examples("broken", comparison.broken());
        examples("fixed", comparison.fixed());
    }

    private void examples(String kind, List<? extends Paired<?, ?>> pairs) {
        pairs.stream().limit(EXAMPLES).forEach(pair -> {
            lines.add(Shown.of(
                    "  " + kind + " " + Shown.of(pair.other().id(), 24) + ": "
                            + Shown.of(String.valueOf(pair.other().example().input()), 120),
                    TextTable.PAGE));
            lines.add(Shown.of(
                    "    " + answer(pair.baseline()) + " → " + answer(pair.other()) + ", reference "
                            + Shown.of(String.valueOf(pair.other().reference()), 40),
                    TextTable.PAGE));
        });
        if (pairs.size() > EXAMPLES) {
            lines.add("  " + kind + ": " + Numerals.count(pairs.size() - EXAMPLES) + " more");
        }
    }

    private static String answer(Observation<?, ?, ?> observation) {
        Outcome<?> outcome = observation.outcome();
        return Shown.of(
                outcome.<String>match(
                        String::valueOf,
                        reason -> "abstained: " + reason,
                        (stage, reason) -> "failed in '" + stage + "': " + reason),
                30);
    }
}
