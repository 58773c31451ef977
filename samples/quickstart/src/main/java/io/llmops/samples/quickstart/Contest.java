package io.llmops.samples.quickstart;

import io.llmops.core.dataset.Split;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.ProgressListener;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Report;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Runs;
import io.llmops.samples.supportdesk.SupportDesk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** Pipelines on the same data: each evaluated, then compared, taken apart and gated. */
final class Contest {

    static final long SEED = 42;

    private static final String MACRO_F1 = "f1/macro";
    private static final double LEAST_MACRO_F1 = 0.5;
    private static final double MARGIN = 0.02;

    private final Split<String, String> data;
    private final Path folder;
    private final PrintStream out;

    Contest(Split<String, String> data, Path folder, PrintStream out) {
        this.data = data;
        this.folder = folder;
        this.out = out;
    }

    /** Evaluates, prints, and writes each run as JSON into the folder, and the last as a page. */
    void run(Map<String, String> environment) {
        out.printf(
                "%s: %,d examples to learn from, %,d to evaluate on, %d classes%n%n",
                data.test().name(),
                data.train().size(),
                data.test().size(),
                data.train().references().size());
        var lexical = report(evaluate("lexical", SupportDesk.lexicalRouter(data.train(), SupportDesk.terms())));
        var semantic = report(evaluate("semantic", SemanticRouter.of(data.train(), ProgressListener.terminal())));
        ChatRouter.of(data.train().references(), environment).ifPresent(router -> report(evaluate("chat", router)));
        var comparison = Comparison.of(lexical, semantic);
        out.println(Reports.text(comparison));
        out.println(Ablation.of(lexical, terms -> evaluate("lexical", SupportDesk.lexicalRouter(data.train(), terms))));
        out.println("may the semantic pipeline replace the lexical one?");
        var verdict = Gate.atLeast(MACRO_F1, LEAST_MACRO_F1)
                .and(Gate.noWorseThan(lexical, MACRO_F1, MARGIN))
                .check(semantic);
        out.println(Reports.text(verdict));
        Report.of(semantic).comparedWith(comparison).decidedBy(verdict).write(folder.resolve("semantic.html"));
        out.println("runs, and a page to look at, written to "
                + folder.toAbsolutePath().normalize());
    }

    private EvaluationRun<String, String, String> evaluate(String name, Pipeline<String, String> pipeline) {
        return Evaluation.of(data.test(), pipeline)
                .named(name)
                .metrics(Classification.report())
                .concurrency(Runtime.getRuntime().availableProcessors())
                .seed(SEED)
                .progress(ProgressListener.terminal())
                .run();
    }

    private EvaluationRun<String, String, String> report(EvaluationRun<String, String, String> run) {
        out.println(Reports.text(run));
        Runs.write(run, folder.resolve(run.name() + ".json"));
        return run;
    }
}
