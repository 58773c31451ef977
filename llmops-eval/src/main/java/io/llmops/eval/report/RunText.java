package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.PipelineIdentity;
import io.llmops.eval.stats.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as text, within 100 columns. */
final class RunText {

    private static final int REASONS = 3;
    private static final int LABEL = 10;

    private final EvaluationRun<?, ?, ?> run;
    private final int worstClasses;
    private final List<String> lines = new ArrayList<>();
    private final MetricGroups groups;

    RunText(EvaluationRun<?, ?, ?> run, int worstClasses) {
        this.run = run;
        this.worstClasses = worstClasses;
        groups = new MetricGroups(run);
    }

    String text() {
        header();
        singles();
        majority();
        averages();
        classes();
        lines.addAll(new SliceTables(run).lines());
        outcomes();
        time();
        return String.join("\n", lines) + "\n";
    }

    private void header() {
        var provenance = run.provenance();
        var dataset = provenance.dataset();
        lines.add(Shown.of(run.name(), TextTable.PAGE));
        lines.add("─".repeat(Math.min(TextTable.PAGE, Shown.width(lines.get(0)))));
        field(
                "dataset",
                dataset.name() + " · " + Numerals.count(dataset.size()) + " examples" + repeats() + " · "
                        + dataset.fingerprint().brief());
        field(
                "pipeline",
                provenance.pipeline() + " · "
                        + provenance.pipeline().fingerprint().brief() + opaque(provenance.pipeline()));
        field(
                "made with",
                "llmops " + provenance.environment().library() + " · Java "
                        + provenance.environment().jdk()
                        + provenance
                                .environment()
                                .commit()
                                .map(commit -> " · commit " + commit.substring(0, 12))
                                .orElse("")
                        + " · seed " + provenance.uncertainty().seed());
    }

    private String repeats() {
        var most =
                run.observations().stream().mapToInt(Observation::repeat).max().orElse(0);
        return most == 0 ? "" : ", each tried " + (most + 1) + " times";
    }

    private static String opaque(PipelineIdentity pipeline) {
        var opaque = pipeline.opaqueStages();
        return opaque.isEmpty() ? "" : " · not described: " + String.join(", ", opaque);
    }

    private void field(String label, String value) {
        lines.add(Shown.padRight(label, LABEL) + Shown.of(value, TextTable.PAGE - LABEL));
    }

    private String level() {
        return Numerals.percent(run.provenance().uncertainty().level()).replace(".0", "") + " interval";
    }

    private void singles() {
        if (groups.single().isEmpty()) {
            return;
        }
        lines.add("");
        var table = new TextTable(List.of("metric", "value", level(), "n", "", "interval by"));
        groups.single()
                .forEach((name, value) -> table.add(value.match(
                        estimate -> List.of(
                                name,
                                Numerals.of(estimate.value()),
                                estimate.interval().map(Numerals::of).orElse("none"),
                                Numerals.count(estimate.n()),
                                estimate.excluded() == 0 ? "" : Numerals.count(estimate.excluded()) + " excluded",
                                estimate.interval().map(Interval::method).orElse("")),
                        reason -> List.of(name, "undefined", Shown.of(reason, 50), "", "", ""))));
        lines.addAll(table.lines());
    }

    /** What always the same answer would reach, beside the report of a classification. */
    private void majority() {
        if (!run.metrics().containsKey("balanced_accuracy")
                || run.observations().isEmpty()) {
            return;
        }
        var counts = new LinkedHashMap<String, Long>();
        run.observations().forEach(one -> counts.merge(one.reference().toString(), 1L, Long::sum));
        var most = counts.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .orElseThrow();
        lines.add("accuracy of always '" + Shown.of(most.getKey(), 50) + "': "
                + Numerals.of((double) most.getValue() / run.observations().size()));
    }

    private void averages() {
        if (!groups.averages().isEmpty()) {
            lines.add("");
            lines.addAll(table("average", groups.averages(), false).lines());
        }
    }

    private void classes() {
        var rows = groups.classes();
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        var all = new ArrayList<>(rows);
        if (all.size() > worstClasses) {
            all.sort(Comparator.comparingDouble(this::goodness));
            lines.add("the " + worstClasses + " of " + all.size() + " classes with the lowest F-score");
        }
        lines.addAll(table("class", all.subList(0, Math.min(all.size(), worstClasses)), true)
                .lines());
    }

    /** The last family of a class is its F-score; undefined counts as the best, for nothing is known against it. */
    private double goodness(String row) {
        var last = groups.families().values().stream()
                .reduce((one, other) -> other)
                .orElseThrow();
        var value = last.get(row);
        return value == null ? 1 : value.match(MetricValue.Estimate::value, reason -> 1.0);
    }

    private TextTable table(String title, List<String> rows, boolean support) {
        var header = new ArrayList<String>();
        header.add(title);
        header.addAll(groups.families().keySet());
        if (support) {
            header.add("support");
        }
        var table = new TextTable(header);
        for (var name : rows) {
            var row = new ArrayList<String>();
            row.add(MetricGroups.label(name));
            groups.families()
                    .values()
                    .forEach(values -> row.add(values.containsKey(name) ? Numerals.of(values.get(name)) : ""));
            if (support) {
                row.add(Numerals.count(groups.support(name)));
            }
            table.add(row);
        }
        return table;
    }

    private void outcomes() {
        var tally = new Tally(run.observations());
        lines.add("");
        lines.add("answered " + Numerals.count(tally.answered()) + " · abstained " + counted(tally.abstained())
                + " · failed " + counted(tally.failed()));
        reasons("abstained", tally.abstentions());
        reasons("failed", tally.failures());
    }

    private String counted(long count) {
        return Numerals.count(count)
                + (count == 0
                        ? ""
                        : " ("
                                + Numerals.percent(
                                        (double) count / run.observations().size()) + ")");
    }

    private void reasons(String kind, List<Map.Entry<String, Long>> reasons) {
        reasons.stream()
                .limit(REASONS)
                .forEach(reason -> lines.add(Shown.of(
                        "  " + kind + " " + Numerals.count(reason.getValue()) + " × " + reason.getKey(),
                        TextTable.PAGE)));
        if (reasons.size() > REASONS) {
            lines.add("  " + kind + " for " + Numerals.count(reasons.size() - REASONS) + " more reasons");
        }
    }

    private void time() {
        var timing = run.timing();
        var times = new Times(run.observations());
        if (!times.isEmpty()) {
            lines.add("  " + rate(times.size(), timing.took()) + "p50 " + Numerals.time(times.quantile(0.5)) + ", p95 "
                    + Numerals.time(times.quantile(0.95)));
        }
        timing.notes().forEach(note -> lines.add(Shown.of("note: " + note, TextTable.PAGE)));
        var usage = run.usage();
        if (usage.calls() > 0) {
            lines.add("model calls " + Numerals.count(usage.calls()) + " · tokens in "
                    + Numerals.count(usage.inputTokens())
                    + ", out " + Numerals.count(usage.outputTokens())
                    + (usage.unreported() > 0 ? " · not reported for " + Numerals.count(usage.unreported()) : ""));
        }
    }

    private static String rate(int count, Duration took) {
        if (took.isZero()) {
            return "";
        }
        var rate = count * 1e9 / took.toNanos();
        return (rate < 100 ? Numerals.of(rate) : Numerals.count(Math.round(rate))) + " a second · ";
    }
}
