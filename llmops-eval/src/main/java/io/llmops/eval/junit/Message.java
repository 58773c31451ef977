package io.llmops.eval.junit;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Finding;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.BaselineChanges;
import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a failing or inconclusive test says, on one screen. */
final class Message {

    private static final int CHANGES = 6;
    private static final int VERDICT = 8;
    private static final int TABLE = 7;
    private static final int EXAMPLES = 11;

    private Message() {}

    static String ofGate(Bench bench, EvaluationRun<?, ?, ?> run, Verdict verdict) {
        return new Screen()
                .section(head(bench, run, verdict.decision() + ": "), 1)
                .section(findings(verdict), VERDICT)
                .section(MetricTable.of(run, metrics(verdict)), TABLE)
                .section(ExampleLines.wrong(run), EXAMPLES)
                .whole(report(bench))
                .toString();
    }

    static String ofRegression(
            Bench bench,
            EvaluationRun<?, ?, ?> run,
            BaselineChanges changes,
            Verdict verdict,
            Comparison<?, ?> comparison) {
        return new Screen()
                .section(head(bench, run, verdict.decision() + ": "), 1)
                .section(since(bench, run, changes), CHANGES)
                .section(findings(verdict), VERDICT)
                .section(MetricTable.of(comparison, metrics(verdict)), TABLE)
                .section(ExampleLines.regressed(comparison, metrics(verdict).get(0)), EXAMPLES)
                .whole(accept(bench, "accept"))
                .toString();
    }

    static String ofNoAnswers(Bench bench, EvaluationRun<?, ?, ?> run) {
        return new Screen()
                .section(head(bench, run, "FAIL, every example failed: "), 1)
                .section(ExampleLines.reasons(run), 2 * EXAMPLES)
                .whole(report(bench))
                .toString();
    }

    static String ofChanges(Bench bench, EvaluationRun<?, ?, ?> run, BaselineChanges changes) {
        return new Screen()
                .section(head(bench, run, "FAIL, the baseline is not what the run would make it: "), 1)
                .section(since(bench, run, changes), 3 * CHANGES)
                .whole(accept(bench, "accept"))
                .toString();
    }

    static String ofOtherExamples(Bench bench, EvaluationRun<?, ?, ?> run, BaselineChanges changes) {
        return new Screen()
                .section(head(bench, run, "FAIL, no example is the same as in the baseline: "), 1)
                .section(since(bench, run, changes), CHANGES)
                .whole(accept(bench, "make the baseline anew"))
                .toString();
    }

    static String ofMissingBaseline(Bench bench, EvaluationRun<?, ?, ?> run) {
        return new Screen()
                .section(head(bench, run, "FAIL, there is no baseline: "), 1)
                .section(List.of("expected one at " + path(bench.baselines().file(run)) + ", found none"), 1)
                .whole(accept(bench, "make it, look at it and commit it"))
                .toString();
    }

    private static List<String> head(Bench bench, EvaluationRun<?, ?, ?> run, String what) {
        return List.of(what + bench.test() + ", " + run.name() + " on "
                + run.provenance().dataset().name() + " ("
                + run.observations().size() + " observations"
                + (bench.settings().subset().isWhole()
                        ? ""
                        : ", a subset: " + bench.settings().subset()) + ")");
    }

    private static List<String> since(Bench bench, EvaluationRun<?, ?, ?> run, BaselineChanges changes) {
        var lines = new ArrayList<String>();
        lines.add("since the baseline (" + path(bench.baselines().file(run)) + "):");
        changes.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> findings(Verdict verdict) {
        return Reports.text(verdict).lines().skip(1).toList();
    }

    private static List<String> metrics(Verdict verdict) {
        return verdict.findings().stream().map(Finding::metric).distinct().toList();
    }

    private static List<String> accept(Bench bench, String what) {
        var lines = new ArrayList<String>();
        lines.add(what + ":  " + bench.test().command(BaselineMode.PROPERTY + "=update"));
        lines.addAll(report(bench));
        return lines;
    }

    private static List<String> report(Bench bench) {
        return bench.report().map(report -> "report:  " + path(report.page())).stream()
                .toList();
    }

    /** Returns a path as somebody in the working directory would write it. */
    private static String path(Path path) {
        var here = Path.of("").toAbsolutePath();
        return Optional.of(path.toAbsolutePath().normalize())
                .filter(file -> file.startsWith(here))
                .map(file -> here.relativize(file).toString())
                .orElse(path.toString());
    }
}
