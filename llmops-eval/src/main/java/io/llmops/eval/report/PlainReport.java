package io.llmops.eval.report;

import java.util.ArrayList;

/** A report as text: the verdict, the comparison, the run. */
final class PlainReport {

    private PlainReport() {}

    static String of(Report report) {
        var parts = new ArrayList<String>();
        report.verdict().ifPresent(verdict -> parts.add(VerdictText.of(verdict)));
        report.compared().ifPresent(compared -> parts.add(new ComparisonText(compared).text()));
        parts.add(new RunText(report.run(), Integer.MAX_VALUE).text());
        return String.join("\n", parts);
    }
}
