package io.llmops.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report as one page. What is summed up is plain HTML and SVG, readable without a script; the script fills the table of
 * examples from JSON in the page. The page's policy runs that script alone and loads nothing.
 */
final class HtmlReport {

    static final long MOST_BYTES = 50_000_000;

    private static final long ROWS_SHARE = 60;

    private final Report report;
    private final Html html = new Html();
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<Runnable> parts = new ArrayList<>();
    private List<String> gridLabels = List.of();
    private String grid = "";

    HtmlReport(Report report) {
        this.report = report;
        var run = report.run();
        part("summary", "Summary", () -> new SummaryHtml(report, html).write());
        report.compared()
                .ifPresent(
                        compared -> part("comparison", "Baseline", () -> new ComparisonHtml(compared, html).write()));
        var groups = new MetricGroups(run);
        if (!groups.classes().isEmpty()) {
            part("classes", "Classes", () -> new ClassesHtml(run, groups, html).write());
        }
        if (run.metrics().containsKey("balanced_accuracy")
                && !run.observations().isEmpty()) {
            var confusion = Confusion.of(run);
            keepGrid(confusion);
            part("confusion", "Confusion", () -> new ConfusionHtml(confusion, html).write());
        }
        var curves = new Curves(run);
        if (!curves.isEmpty()) {
            part("curves", "Scores", () -> new CurvesHtml(curves, html).write());
        }
        var slices = new SliceTables(run);
        if (!slices.tags().isEmpty()) {
            part("slices", "Slices", () -> new SlicesHtml(run, slices, html).write());
        }
        part("cost", "Time and cost", () -> new CostHtml(run, html).write());
        part("examples", "Examples", this::examples);
        part("provenance", "Provenance", () -> new ProvenanceHtml(run, html).write());
    }

    private void part(String id, String name, Runnable writer) {
        sections.put(id, name);
        parts.add(writer);
    }

    private void keepGrid(Confusion confusion) {
        gridLabels = confusion.all().stream().map(confusion::label).toList();
        if (confusion.size() > ConfusionHtml.TABLE && confusion.size() <= ConfusionHtml.GRID) {
            var json = new JsonText();
            for (var cell : confusion.cells()) {
                json.raw(json.bytes() == 0 ? "" : ",")
                        .number(cell.reference())
                        .raw(",")
                        .number(cell.prediction());
                json.raw(",").number(cell.count());
            }
            grid = json.toString();
        }
    }

    String text() {
        var script = resource("page.js");
        html.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
        html.raw("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " style-src 'unsafe-inline'; script-src 'sha256-" + sha256(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.element("title", report.run().name() + " · evaluation report");
        html.raw("\n<style>\n" + resource("page.css") + "</style>\n").close().open("body");
        top();
        html.open("main", "id", "main");
        parts.forEach(Runnable::run);
        html.close();
        html.raw("\n<dialog id=\"example\" aria-labelledby=\"example-title\"></dialog>\n");
        data();
        html.raw("<script>" + script + "</script>\n").close(2);
        return html.raw("\n").toString();
    }

    private void top() {
        var run = report.run();
        html.raw("\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n").open("header", "class", "top");
        html.open("div").element("p", "Evaluation report", "class", "eyebrow").element("h1", run.name());
        html.element(
                "p",
                run.provenance().dataset().name() + " · " + run.provenance().pipeline(),
                "class",
                "muted");
        html.close().open("div", "class", "side");
        report.verdict().ifPresent(verdict -> SummaryHtml.badge(html, verdict.decision()));
        html.raw("<button type=\"button\" id=\"theme\" class=\"quiet\" hidden>Theme: auto</button>");
        html.close(2).open("nav", "aria-label", "Parts of the report");
        sections.forEach((id, name) -> html.element("a", name, "href", "#" + id));
        html.close();
    }

    private void examples() {
        html.open("section", "id", "examples", "aria-labelledby", "examples-title");
        html.element("h2", "Examples", "id", "examples-title");
        html.raw(resource("examples.html")).close();
    }

    private void data() {
        var left = MOST_BYTES - bytes(html.toString()) - grid.length() - 100_000;
        var rows = new PageRows(report);
        var fittedRows = rows.fit(gridLabels, left * ROWS_SHARE / 100);
        var traces = PageTraces.fit(rows.observations(), left * (100 - ROWS_SHARE) / 100 - PageTraces.MOST * 1_000L);
        html.raw("<script type=\"application/json\" id=\"data\">{");
        html.raw(fittedRows.json()).raw(",\n").raw(traces.json());
        html.raw(",\n\"grid\":[" + grid + "]");
        html.raw(String.format(
                Locale.ROOT,
                ",%n\"all\":%d,\"length\":%d,\"traceLength\":%d".replace("%n", "\n"),
                rows.observations().size(),
                fittedRows.length(),
                traces.length()));
        html.raw("}</script>\n");
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' is missing from the library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the library's own resource '" + name + "'", e);
        }
    }

    private static String sha256(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
