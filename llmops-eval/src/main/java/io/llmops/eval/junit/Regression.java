package io.llmops.eval.junit;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.run.Baseline;
import io.llmops.eval.run.BaselineChanges;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;

/** A run against the baseline of its test. */
final class Regression<I, O, R> {

    private final Bench bench;
    private final EvaluationRun<I, O, R> run;

    Regression(Bench bench, EvaluationRun<I, O, R> run) {
        this.bench = bench;
        this.run = run;
    }

    void check(String metric, double margin) {
        if (bench.settings().baseline() == BaselineMode.UPDATE) {
            bench.baselines().update(run);
            return;
        }
        var baseline =
                bench.baselines().find(run).orElseThrow(() -> Judge.failure(Message.ofMissingBaseline(bench, run)));
        var changes = changes(baseline);
        if (bench.settings().baseline() == BaselineMode.CHECK) {
            check(baseline, changes);
            return;
        }
        var comparison = Comparison.ofShared(baseline, run);
        if (comparison.pairs().isEmpty()) {
            throw Judge.failure(Message.ofOtherExamples(bench, run, changes));
        }
        if (changes.outcomes().isEmpty()) {
            bench.report().ifPresent(report -> report.compared(comparison));
            return;
        }
        var verdict = Gate.noWorseThan(comparison.baseline(), metric, margin).check(comparison.other());
        bench.report().ifPresent(report -> report.compared(comparison, verdict));
        bench.judge()
                .decide(bench.test(), verdict, () -> Message.ofRegression(bench, run, changes, verdict, comparison));
    }

    private void check(Baseline baseline, BaselineChanges changes) {
        if (changes.isEmpty()) {
            return;
        }
        var comparison = Comparison.ofShared(baseline, run);
        if (!comparison.pairs().isEmpty()) {
            bench.report().ifPresent(report -> report.compared(comparison));
        }
        throw Judge.failure(Message.ofChanges(bench, run, changes));
    }

    /** Of a subset of the examples nobody wants to read that the others are missing. */
    private BaselineChanges changes(Baseline baseline) {
        var all = baseline.changes(run);
        return bench.settings().subset().isWhole()
                ? all
                : new BaselineChanges(all.added(), List.of(), all.edited(), all.setup(), all.outcomes());
    }
}
