package io.llmops.samples.quickstart;

import io.llmops.core.dataset.Split;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.ProgressListener;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.samples.supportdesk.SupportDesk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pipelines on the same data: each evaluated, then compared, taken apart and gated. */
final class Contest {

    static final long SEED = 42;

    private final Split<String, String> data;
    private final PrintStream out;

    Contest(Split<String, String> data, Map<String, String> environment, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    /** Evaluates, prints, and writes each run as JSON into the folder. */
    void writeTo(Path folder) {
        var runs = new LinkedHashMap<String, EvaluationRun<String, String, String>>();
        runs.put("lexical", evaluate("lexical", SupportDesk.lexicalRouter(data.train(), SupportDesk.terms())));
        runs.put("semantic", evaluate("semantic", SemanticRouter.of(data.train())));
        runs.forEach((name, run) -> {
            out.println();
            out.println(Reports.text(run));
        });
        out.println("runs written to " + folder);
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
}
