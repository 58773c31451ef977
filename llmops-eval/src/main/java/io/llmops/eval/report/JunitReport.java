package io.llmops.eval.report;

import io.llmops.eval.gate.Decision;
import io.llmops.eval.gate.Finding;
import io.llmops.eval.metric.MetricValue;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A report as JUnit's XML. */
final class JunitReport {

    private static final int LONGEST = 2_000;

    private final Report report;
    private final StringBuilder out = new StringBuilder();

    JunitReport(Report report) {
        this.report = report;
    }

    String text() {
        var run = report.run();
        var findings = report.verdict().map(verdict -> verdict.findings()).orElse(List.of());
        var values = findings.isEmpty() ? MainMetrics.of(run) : List.<String>of();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
        attribute("name", run.name());
        attribute("tests", String.valueOf(findings.size() + values.size()));
        attribute("failures", String.valueOf(count(findings, Decision.FAIL)));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(count(findings, Decision.INCONCLUSIVE)));
        attribute("time", String.format(Locale.ROOT, "%.3f", run.timing().took().toNanos() / 1e9));
        attribute(
                "timestamp",
                run.timing().started().truncatedTo(ChronoUnit.SECONDS).toString());
        out.append(">\n  <properties>\n");
        property("dataset", run.provenance().dataset().name());
        property("dataset.fingerprint", run.provenance().dataset().fingerprint().toString());
        property("pipeline", run.provenance().pipeline().toString());
        property(
                "pipeline.fingerprint",
                run.provenance().pipeline().fingerprint().toString());
        out.append("  </properties>\n");
        findings.forEach(this::finding);
        values.forEach(name -> value(name, run.metric(name)));
        return out.append("</testsuite>\n").toString();
    }

    private static long count(List<Finding> findings, Decision decision) {
        return findings.stream()
                .filter(finding -> finding.decision() == decision)
                .count();
    }

    private void property(String name, String value) {
        out.append("    <property");
        attribute("name", name);
        attribute("value", value);
        out.append("/>\n");
    }

    private void testcase(String name) {
        out.append("  <testcase");
        attribute("classname", report.run().name());
        attribute("name", name);
        attribute("time", "0");
        out.append(">\n");
    }

    private void finding(Finding finding) {
        testcase(finding.condition());
        if (finding.decision() == Decision.PASS) {
            element("system-out", finding.reason());
        } else {
            out.append(finding.decision() == Decision.FAIL ? "    <failure" : "    <skipped");
            attribute("message", finding.decision() + ": " + finding.reason());
            out.append("/>\n");
        }
        out.append("  </testcase>\n");
    }

    private void value(String name, MetricValue value) {
        testcase(name);
        element("system-out", value.match(Numerals::of, reason -> "undefined: " + reason));
        out.append("  </testcase>\n");
    }

    private void element(String name, String text) {
        out.append("    <" + name + ">").append(escaped(text)).append("</" + name + ">\n");
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** Returns text with the characters that XML 1.0 can't have left out, cut to 2,000. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().filter(JunitReport::isXml).limit(LONGEST).forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
