package io.llmops.eval.junit;

import io.llmops.eval.compare.Comparison;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.report.Report;
import io.llmops.eval.report.ReportFormat;
import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The report a test leaves behind of one run: here, and only here, is said in which formats. It is written as soon as there
 * is a run, and anew with what assertions find out. Safe for use by many threads.
 */
final class RunReport {

    private static final List<ReportFormat> FORMATS =
            List.of(ReportFormat.HTML, ReportFormat.MARKDOWN, ReportFormat.TEXT);

    private final Function<String, Path> file;
    private Report report;
    private @Nullable Verdict verdict;

    /** Writes the report of a run to the files that a name's ending has. */
    RunReport(EvaluationRun<?, ?, ?> run, Function<String, Path> file) {
        this.file = file;
        report = Report.of(run);
        write();
    }

    /** Returns where the report that a message names is: the page. */
    Path page() {
        return file.apply(ReportFormat.HTML.extension());
    }

    synchronized void compared(Comparison<?, ?> comparison) {
        report = report.comparedWith(comparison);
        write();
    }

    synchronized void compared(Comparison<?, ?> comparison, Verdict found) {
        report = report.comparedWith(comparison);
        decided(found);
    }

    synchronized void decided(Verdict found) {
        verdict = Optional.ofNullable(verdict).map(known -> known.and(found)).orElse(found);
        report = report.decidedBy(verdict);
        write();
    }

    private void write() {
        FORMATS.forEach(format -> report.write(file.apply(format.extension())));
    }
}
