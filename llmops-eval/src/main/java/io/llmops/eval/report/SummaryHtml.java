package io.llmops.eval.report;

import io.llmops.eval.gate.Decision;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The first part of the page: verdict, main numbers, outcomes, every metric with its interval. */
final class SummaryHtml {

    private static final int METRICS = 200;
    private static final int REASONS = 5;

    private final Report report;
    private final EvaluationRun<?, ?, ?> run;
    private final Html html;

    SummaryHtml(Report report, Html html) {
        this.report = report;
        this.run = report.run();
        this.html = html;
    }

    void write() {
        html.open("section", "id", "summary", "aria-labelledby", "summary-title");
        html.element("h2", "Summary", "id", "summary-title");
        tiles();
        report.verdict().ifPresent(this::verdict);
        outcomes();
        metrics();
        html.close();
    }

    static String mark(Decision decision) {
        return switch (decision) {
            case PASS -> "✓ PASS";
            case FAIL -> "✗ FAIL";
            case INCONCLUSIVE -> "? INCONCLUSIVE";
        };
    }

    static void badge(Html html, Decision decision) {
        html.element("span", mark(decision), "class", "badge " + decision.name().toLowerCase(Locale.ROOT));
    }

    private void tiles() {
        html.open("div", "class", "tiles");
        MainMetrics.headline(run)
                .forEach(name -> run.metric(name).estimate().ifPresent(value -> metricTile(name, value)));
        var tally = new Tally(run.observations());
        tile(
                "observations",
                Numerals.count(tally.size()),
                tally.answered() == tally.size()
                        ? "all answered"
                        : Numerals.count(tally.size() - tally.answered()) + " without an answer");
        var times = new Times(run.observations());
        if (!times.isEmpty() && !times.quantile(1).isZero()) {
            tile("time, p50", Numerals.time(times.quantile(0.5)), "p95 " + Numerals.time(times.quantile(0.95)));
        }
        html.close();
    }

    private void metricTile(String name, Estimate value) {
        tile(
                name,
                Numerals.of(value.value()),
                value.interval()
                        .map(interval -> Numerals.of(interval) + ", " + level())
                        .orElse("no interval"));
    }

    private String level() {
        return Numerals.percent(run.provenance().uncertainty().level()).replace(".0", "");
    }

    private void tile(String label, String value, String note) {
        html.open("div", "class", "tile");
        html.element("p", label, "class", "label");
        html.element("p", value, "class", "number");
        html.element("p", note, "class", "note");
        html.close();
    }

    private void verdict(Verdict verdict) {
        html.element("h3", "Gate");
        html.open("div", "class", "scroll").open("table");
        html.element("caption", "What the gate asked, and what became of it", "class", "hidden");
        header("decision", "condition", "why");
        html.open("tbody");
        verdict.findings().forEach(finding -> {
            html.open("tr").open("td");
            badge(html, finding.decision());
            html.close()
                    .element("th", finding.condition(), "scope", "row")
                    .element("td", finding.reason())
                    .close();
        });
        html.close(3);
    }

    private void header(String... names) {
        html.open("thead").open("tr");
        for (var name : names) {
            html.element("th", name, "scope", "col");
        }
        html.close(2);
    }

    private void outcomes() {
        var tally = new Tally(run.observations());
        if (tally.size() == 0) {
            return;
        }
        html.element("h3", "Outcomes");
        html.open("div", "class", "bar", "aria-hidden", "true");
        part("right", tally.right(), tally.size());
        part("wrong", tally.answered() - tally.right(), tally.size());
        part("abstained", tally.abstained(), tally.size());
        part("failed", tally.failed(), tally.size());
        html.close().open("ul", "class", "legend");
        legend("right", "equal to the reference", tally.right(), tally.size());
        legend("wrong", "another answer", tally.answered() - tally.right(), tally.size());
        legend("abstained", "abstained", tally.abstained(), tally.size());
        legend("failed", "failed", tally.failed(), tally.size());
        html.close();
        reasons("abstained", tally.abstentions());
        reasons("failed", tally.failures());
    }

    private void part(String kind, long count, long all) {
        if (count > 0) {
            html.open(
                            "span",
                            "class",
                            kind,
                            "style",
                            String.format(Locale.ROOT, "flex-grow:%.5f", (double) count / all))
                    .close();
        }
    }

    private void legend(String kind, String words, long count, long all) {
        html.open("li")
                .open("span", "class", "swatch " + kind, "aria-hidden", "true")
                .close();
        html.text(words + " ").element("strong", Numerals.count(count));
        html.element("span", " " + Numerals.percent((double) count / all), "class", "muted")
                .close();
    }

    private void reasons(String kind, List<Map.Entry<String, Long>> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        html.open("ul", "class", "reasons");
        reasons.stream()
                .limit(REASONS)
                .forEach(reason -> html.open("li")
                        .text(kind + " ")
                        .element("strong", Numerals.count(reason.getValue()) + " ×")
                        .text(" " + reason.getKey(), 300)
                        .close());
        if (reasons.size() > REASONS) {
            html.element("li", kind + " for " + Numerals.count(reasons.size() - REASONS) + " more reasons");
        }
        html.close();
    }

    private void metrics() {
        var names = MainMetrics.of(run);
        html.element("h3", "Metrics");
        html.open("div", "class", "scroll").open("table", "class", "numbers");
        html.element("caption", "Every metric that is of no single class or slice", "class", "hidden");
        html.open("thead").open("tr").element("th", "metric", "scope", "col").element("th", "value", "scope", "col");
        html.element("th", level() + " interval", "scope", "col", "colspan", "2");
        html.element("th", "n", "scope", "col")
                .element("th", "interval by", "scope", "col", "class", "words")
                .close(2)
                .open("tbody");
        names.stream().limit(METRICS).forEach(name -> row(name, run.metric(name)));
        html.close(3);
        if (names.size() > METRICS) {
            html.element("p", Numerals.count(names.size() - METRICS) + " more metrics", "class", "muted");
        }
    }

    private void row(String name, MetricValue value) {
        html.open("tr").element("th", name, "scope", "row");
        if (value instanceof MetricValue.Undefined undefined) {
            html.element("td", "undefined")
                    .element("td", undefined.reason(), "colspan", "4", "class", "words")
                    .close();
            return;
        }
        var estimate = (Estimate) value;
        html.element("td", Numerals.of(estimate.value())).open("td", "class", "drawn");
        Plot.of(run, name, estimate).value(html, estimate, baseline(name));
        html.close().element("td", estimate.interval().map(Numerals::of).orElse("none"));
        html.element(
                "td",
                Numerals.count(estimate.n())
                        + (estimate.excluded() == 0 ? "" : " + " + Numerals.count(estimate.excluded()) + " excluded"));
        html.element(
                        "td",
                        estimate.interval().map(interval -> interval.method()).orElse(""),
                        "class",
                        "words muted")
                .close();
    }

    private Optional<Estimate> baseline(String name) {
        return report.compared()
                .map(compared -> compared.comparison().baseline().metrics().get(name))
                .flatMap(MetricValue::estimate);
    }
}
