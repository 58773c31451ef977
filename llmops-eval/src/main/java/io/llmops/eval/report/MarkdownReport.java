package io.llmops.eval.report;

import io.llmops.eval.compare.ExampleChange;
import io.llmops.eval.gate.Decision;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as GitHub's Markdown, the verdict first. What users wrote stands in code spans, where nothing is a link, a
 * mention or HTML.
 */
final class MarkdownReport {

    private static final int MOST = 64_000;
    private static final int METRICS = 60;
    private static final int SLICES = 20;
    private static final int EXAMPLES = 50;
    private static final int WARNINGS = 30;
    private static final int TEXT = 300;
    private static final int NAME = 120;

    private final Report report;
    private final StringBuilder out = new StringBuilder();
    private boolean cut;

    MarkdownReport(Report report) {
        this.report = report;
    }

    String text() {
        var run = report.run();
        report.verdict().ifPresent(this::verdict);
        add("**Run** " + code(run.name(), NAME) + " on "
                + code(run.provenance().dataset().name(), NAME) + ", " + outcomes() + "\n\n");
        report.compared().ifPresent(this::changes);
        if (report.compared().isPresent()) {
            differences(report.compared().get());
        } else {
            metrics();
        }
        report.compared().ifPresent(this::slices);
        report.compared().ifPresent(compared -> {
            examples("Broken", compared.broken());
            examples("Fixed", compared.fixed());
        });
        if (report.compared().isEmpty()) {
            worst();
        }
        var pipeline = run.provenance().pipeline();
        add("<sub>pipeline " + code(pipeline.toString(), NAME) + " "
                + pipeline.fingerprint().brief() + " · dataset "
                + run.provenance().dataset().fingerprint().brief() + " · llmops "
                + code(run.provenance().environment().library(), 40) + "</sub>\n");
        return cut ? out + "\nMore than fits a comment was left out.\n" : out.toString();
    }

    /** Adds a block, or leaves it and all that follows out if it does not fit. */
    private void add(String block) {
        cut |= out.length() + block.length() > MOST;
        if (!cut) {
            out.append(block);
        }
    }

    /** Returns text in a code span on one line; pipes, which would end a cell of a table, are escaped like what does not print. */
    static String code(String text, int columns) {
        var shown = Shown.of(text, columns).replace("|", "\\u{7C}");
        var longest = 0;
        var ticks = 0;
        for (var i = 0; i < shown.length(); i++) {
            ticks = shown.charAt(i) == '`' ? ticks + 1 : 0;
            longest = Math.max(longest, ticks);
        }
        var fence = "`".repeat(longest + 1);
        return shown.isBlank() ? "(empty)" : fence + " " + shown + " " + fence;
    }

    private static String mark(Decision decision) {
        return switch (decision) {
            case PASS -> "✅ PASS";
            case FAIL -> "❌ FAIL";
            case INCONCLUSIVE -> "❔ INCONCLUSIVE";
        };
    }

    private void verdict(Verdict verdict) {
        add("### " + mark(verdict.decision()) + "\n\n");
        var table = new StringBuilder("| | condition | why |\n|---|---|---|\n");
        verdict.findings().stream()
                .limit(METRICS)
                .forEach(finding -> table.append("| " + mark(finding.decision()) + " | "
                        + code(finding.condition(), TEXT) + " | " + code(finding.reason(), TEXT) + " |\n"));
        add(table + more(verdict.findings().size(), METRICS, "conditions") + "\n");
    }

    private static String more(int size, int shown, String what) {
        return size > shown ? "\n" + Numerals.count(size - shown) + " more " + what + "\n" : "";
    }

    private String outcomes() {
        var tally = new Tally(report.run().observations());
        return Numerals.count(tally.size()) + " observations, abstained " + Numerals.count(tally.abstained())
                + ", failed " + Numerals.count(tally.failed());
    }

    private void changes(Compared compared) {
        var comparison = compared.comparison();
        add("**Baseline** " + code(comparison.baseline().name(), NAME) + "\n\n");
        list("changed", comparison.changes());
        list("warning", comparison.warnings());
    }

    private void list(String kind, List<String> lines) {
        if (!lines.isEmpty()) {
            var text = new StringBuilder();
            lines.stream().limit(WARNINGS).forEach(line -> text.append("- " + kind + ": " + code(line, TEXT) + "\n"));
            add(text + more(lines.size(), WARNINGS, "of these") + "\n");
        }
    }

    private void metrics() {
        var names = MainMetrics.of(report.run());
        var table = new StringBuilder("| metric | value | interval | n |\n|---|---:|---|---:|\n");
        names.stream().limit(METRICS).forEach(name -> {
            var value = report.run().metric(name);
            table.append("| " + code(name, NAME) + " | " + number(value) + " | " + interval(value) + " | "
                    + value.match(estimate -> Numerals.count(estimate.n()), reason -> "") + " |\n");
        });
        add(table + more(names.size(), METRICS, "metrics") + "\n");
    }

    private static String number(MetricValue value) {
        return value.match(estimate -> Numerals.of(estimate.value()), reason -> "undefined");
    }

    private static String interval(MetricValue value) {
        return value.match(
                estimate -> estimate.interval().map(Numerals::of).orElse("none"), reason -> code(reason, TEXT));
    }

    private void differences(Compared compared) {
        var table = new StringBuilder(
                "| metric | baseline | now | change | interval | p | effect |\n|---|---:|---:|---:|---|---:|---|\n");
        var differences = compared.differences();
        for (var i = 0; i < Math.min(METRICS, differences.size()); i++) {
            var difference = differences.get(i);
            var significance = compared.significance().get(i);
            table.append("| " + code(difference.metric(), NAME) + " | " + number(difference.baseline()) + " | "
                    + number(difference.other()) + " | "
                    + difference.change().match(change -> Numerals.signed(change.value()), reason -> "undefined")
                    + " | "
                    + difference
                            .change()
                            .match(
                                    change -> change.interval()
                                            .map(Numerals::signed)
                                            .orElse("none"),
                                    reason -> code(reason, TEXT))
                    + " | "
                    + significance
                            .test()
                            .map(test -> Numerals.pValue(test.pValue()).replace("<", "&lt;"))
                            .orElse("")
                    + " | "
                    + significance
                            .effect()
                            .map(effect -> effect.word() + " (" + Numerals.signed(effect.value()) + ")")
                            .orElse("")
                    + " |\n");
        }
        add(table + more(differences.size(), METRICS, "metrics") + "\n");
        var methods = new ArrayList<String>();
        compared.methods().forEach(method -> methods.add(code(method, TEXT)));
        add("<sub>" + String.join(" · ", methods) + "</sub>\n\n");
    }

    private void slices(Compared compared) {
        if (compared.slices().isEmpty()) {
            return;
        }
        var moved = compared.movedSlices();
        add("**Slices** whose " + code(compared.main().orElse(""), NAME) + " moved: " + moved.size() + " of "
                + compared.slices().size() + " (Holm)\n\n");
        if (moved.isEmpty()) {
            return;
        }
        var table = new StringBuilder("| slice | baseline | now | n | adjusted p |\n|---|---:|---:|---:|---:|\n");
        moved.stream()
                .limit(SLICES)
                .forEach(slice -> table.append("| " + code(slice.tag() + "=" + slice.value(), NAME) + " | "
                        + number(slice.difference().baseline()) + " | "
                        + number(slice.difference().other()) + " | "
                        + slice.difference().change().match(change -> Numerals.count(change.n()), reason -> "") + " | "
                        + Numerals.pValue(slice.adjustedP()).replace("<", "&lt;") + " |\n"));
        add(table + more(moved.size(), SLICES, "slices") + "\n");
    }

    private void examples(String kind, List<ExampleChange<?, ?>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var text = new StringBuilder("<details><summary>" + kind + ": " + Numerals.count(changes.size())
                + "</summary>\n\n| example | input | reference | before | after |\n|---|---|---|---|---|\n");
        changes.stream()
                .limit(EXAMPLES)
                .map(ExampleChange::pair)
                .forEach(pair -> text.append("| "
                        + example(pair.other()) + " | " + code(OutcomeText.of(pair.baseline()), TEXT / 2) + " | "
                        + code(OutcomeText.of(pair.other()), TEXT / 2) + " |\n"));
        add(text + more(changes.size(), EXAMPLES, "examples") + "\n</details>\n\n");
    }

    private static String example(Observation<?, ?, ?> observation) {
        return code(observation.id(), NAME / 2) + " | "
                + code(String.valueOf(observation.example().input()), TEXT / 2) + " | "
                + code(String.valueOf(observation.reference()), TEXT / 2);
    }

    private void worst() {
        var wrong = WorstFirst.of(report).stream()
                .filter(observation -> !observation.isRight())
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        var text = new StringBuilder("<details><summary>Not right: " + Numerals.count(wrong.size())
                + "</summary>\n\n| example | input | reference | outcome |\n|---|---|---|---|\n");
        wrong.stream()
                .limit(EXAMPLES)
                .forEach(observation -> text.append(
                        "| " + example(observation) + " | " + code(OutcomeText.of(observation), TEXT / 2) + " |\n"));
        add(text + more(wrong.size(), EXAMPLES, "examples") + "\n</details>\n\n");
    }
}
