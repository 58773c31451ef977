package io.llmops.eval.report;

import io.llmops.core.LlmopsException;
import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.run.EvaluationRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes into a report: a run and, if there are, its comparison with a baseline and the verdict of a gate. The same
 * contents make the same bytes in every format; no clock is read. Immutable.
 */
public final class Report {

    private final EvaluationRun<?, ?, ?> run;
    private final Optional<Compared> compared;
    private final Optional<Verdict> verdict;

    private Report(EvaluationRun<?, ?, ?> run, Optional<Compared> compared, Optional<Verdict> verdict) {
        this.run = run;
        this.compared = compared;
        this.verdict = verdict;
    }

    /**
     * Returns the report of a run.
     *
     * @param run any
     * @return the report
     */
    public static Report of(EvaluationRun<?, ?, ?> run) {
        return new Report(Objects.requireNonNull(run, "run"), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this report with a comparison. Differences, tests and slices are computed now, of all metrics that are of no
     * single class.
     *
     * @param comparison of a baseline with the run of this report
     * @return the changed copy
     * @throws IllegalArgumentException if the comparison is about another run
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how metrics are computed
     */
    public Report comparedWith(Comparison<?, ?> comparison) {
        if (!comparison.other().provenance().equals(run.provenance())) {
            throw new IllegalArgumentException("expected a comparison of '" + run.name()
                    + "' with a baseline, found one of '" + comparison.other().name() + "'");
        }
        return new Report(run, Optional.of(Compared.of(comparison, MainMetrics.of(comparison))), verdict);
    }

    /**
     * Returns this report with a verdict.
     *
     * @param newVerdict what a gate said of the run
     * @return the changed copy
     */
    public Report decidedBy(Verdict newVerdict) {
        return new Report(run, compared, Optional.of(newVerdict));
    }

    EvaluationRun<?, ?, ?> run() {
        return run;
    }

    Optional<Compared> compared() {
        return compared;
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    /**
     * Returns this report in a format.
     *
     * @param format any
     * @return the whole text
     */
    public String as(ReportFormat format) {
        return format.write(this);
    }

    /**
     * Writes this report to a file in the format of the file's name, making the folders it lies in and replacing what was
     * there.
     *
     * @param file its name ends in {@code .txt}, {@code .md}, {@code .json}, {@code .csv}, {@code .xml} or {@code .html}
     * @throws IllegalArgumentException if it has another ending
     * @throws LlmopsException if the file can't be written
     */
    public void write(Path file) {
        var text = as(ReportFormat.of(file));
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LlmopsException("can't write the report '" + file + "': " + e.getMessage(), e);
        }
    }

    /** {@return one line: the run, and what else is in it} */
    @Override
    public String toString() {
        return "report of " + run.name()
                + (compared.isPresent() ? ", compared with a baseline" : "")
                + verdict.map(one -> ", " + one.decision()).orElse("");
    }
}
