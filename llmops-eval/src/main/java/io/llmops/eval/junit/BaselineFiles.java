package io.llmops.eval.junit;

import io.llmops.eval.run.Baseline;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.FileName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The baselines of one test: a file for each run it asserts on, the first named by the test alone. */
final class BaselineFiles {

    private final TestName test;
    private final Settings settings;
    private final Map<String, Object> runs = new LinkedHashMap<>();

    BaselineFiles(TestName test, Settings settings) {
        this.test = test;
        this.settings = settings;
    }

    /** Returns where the baseline of a run is, or would be. */
    synchronized Path file(EvaluationRun<?, ?, ?> run) {
        var known = runs.putIfAbsent(run.name(), run.observations());
        if (known != null && !known.equals(run.observations())) {
            throw new IllegalStateException("expected runs of different names to compare with baselines in " + test
                    + ", found two of one name; call each by its own, with Evaluation.named");
        }
        var isFirst = runs.keySet().iterator().next().equals(run.name());
        return test.file(settings.folders().baselines(), isFirst ? "" : "-" + FileName.of(run.name()), "json");
    }

    Optional<Baseline> find(EvaluationRun<?, ?, ?> run) {
        var file = file(run);
        return Files.isRegularFile(file) ? Optional.of(Baseline.read(file)) : Optional.empty();
    }

    void update(EvaluationRun<?, ?, ?> run) {
        if (!settings.subset().isWhole()) {
            throw new IllegalStateException("expected all examples for a baseline, found a subset (" + settings.subset()
                    + "); leave that out to update baselines");
        }
        Baseline.of(run).write(file(run));
    }
}
