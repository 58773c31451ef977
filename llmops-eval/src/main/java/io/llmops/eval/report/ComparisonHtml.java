package io.llmops.eval.report;

import io.llmops.eval.compare.Difference;
import io.llmops.eval.compare.ExampleChange;
import io.llmops.eval.compare.Significance;
import io.llmops.eval.compare.SliceDifference;
import io.llmops.eval.metric.MetricValue;
import java.util.List;

/** The part of the page that sets a run beside its baseline. */
final class ComparisonHtml {

    private static final int EXAMPLES = 100;
    private static final int SLICES = 50;
    private static final int LINES = 100;
    private static final int TEXT = 300;

    private final Compared compared;
    private final Html html;

    ComparisonHtml(Compared compared, Html html) {
        this.compared = compared;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "comparison", "aria-labelledby", "comparison-title");
        html.element("h2", "Against the baseline", "id", "comparison-title");
        html.open("p")
                .text("Baseline ")
                .element("strong", compared.comparison().baseline().name());
        html.text(". Changes are this run less the baseline, over pairs of the same example.")
                .close();
        lines("What differs", "changes", compared.comparison().changes());
        lines("Read with care", "warnings", compared.comparison().warnings());
        differences();
        slices();
        examples();
        html.close();
    }

    private void lines(String title, String kind, List<String> lines) {
        if (!lines.isEmpty()) {
            html.open("div", "class", "callout " + kind).element("h3", title).open("ul");
            lines.stream().limit(LINES).forEach(line -> html.element("li", line));
            html.close(2);
        }
    }

    private void differences() {
        html.open("div", "class", "scroll").open("table", "class", "numbers");
        html.element("caption", "How much each metric changed", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var name : List.of("metric", "baseline", "now", "change")) {
            html.element("th", name, "scope", "col");
        }
        html.element("th", "interval", "scope", "col", "colspan", "2");
        html.element("th", "p", "scope", "col")
                .element("th", "effect", "scope", "col")
                .close(2)
                .open("tbody");
        var plot = Plot.around(
                compared.differences().stream().map(Difference::change).toList());
        for (var i = 0; i < compared.differences().size(); i++) {
            row(plot, compared.differences().get(i), compared.significance().get(i));
        }
        html.close(3).element("p", String.join(" · ", compared.methods()), "class", "muted small");
    }

    private static String number(MetricValue value) {
        return value.match(estimate -> Numerals.of(estimate.value()), reason -> "undefined");
    }

    private void row(Plot plot, Difference difference, Significance significance) {
        html.open("tr").element("th", difference.metric(), "scope", "row");
        html.element("td", number(difference.baseline())).element("td", number(difference.other()));
        if (difference.change() instanceof MetricValue.Undefined undefined) {
            html.element("td", "undefined")
                    .element("td", undefined.reason(), "colspan", "4", "class", "words")
                    .close();
            return;
        }
        var change = (MetricValue.Estimate) difference.change();
        html.element("td", Numerals.signed(change.value())).open("td", "class", "drawn");
        plot.change(html, change);
        html.close().element("td", change.interval().map(Numerals::signed).orElse("none"));
        html.element(
                "td",
                significance.test().map(test -> Numerals.pValue(test.pValue())).orElse(""));
        html.element(
                        "td",
                        significance
                                .effect()
                                .map(effect -> effect.word() + " " + Numerals.signed(effect.value()))
                                .orElse(""))
                .close();
    }

    private void slices() {
        if (compared.slices().isEmpty()) {
            return;
        }
        var moved = compared.movedSlices();
        html.element("h3", "Slices that moved");
        html.open("p")
                .text(Numerals.count(moved.size()) + " of "
                        + Numerals.count(compared.slices().size()) + " slices moved in ");
        html.element("code", compared.main().orElse(""))
                .text(" (p adjusted by Holm).")
                .close();
        if (moved.isEmpty()) {
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "numbers");
        html.element("caption", "Slices whose main metric moved", "class", "hidden")
                .open("thead")
                .open("tr");
        for (var name : List.of("slice", "baseline", "now", "change", "n", "adjusted p")) {
            html.element("th", name, "scope", "col");
        }
        html.close(2).open("tbody");
        moved.stream().limit(SLICES).forEach(this::slice);
        html.close(3);
    }

    private void slice(SliceDifference slice) {
        var difference = slice.difference();
        html.open("tr");
        html.element("th", slice.tag() + " = " + (slice.value().isEmpty() ? "(none)" : slice.value()), "scope", "row");
        html.element("td", number(difference.baseline())).element("td", number(difference.other()));
        html.element("td", difference.change().match(change -> Numerals.signed(change.value()), reason -> "undefined"));
        html.element("td", difference.change().match(change -> Numerals.count(change.n()), reason -> ""));
        html.element("td", Numerals.pValue(slice.adjustedP())).close();
    }

    private void examples() {
        html.element("h3", "Examples that moved");
        html.open("p", "class", "muted").text("Judged by ");
        html.element("code", compared.main().orElse("right answers"))
                .text(", the largest changes first.")
                .close();
        html.open("div", "class", "tabs");
        html.open("div", "role", "tablist", "aria-label", "Examples that moved");
        tab("broken", "Broken", compared.broken().size());
        tab("fixed", "Fixed", compared.fixed().size());
        html.close();
        panel("broken", compared.broken());
        panel("fixed", compared.fixed());
        html.close();
    }

    private void tab(String id, String name, int count) {
        html.open("button", "type", "button", "role", "tab", "id", "tab-" + id, "aria-controls", "panel-" + id);
        html.text(name + " ")
                .element("span", Numerals.count(count), "class", "count")
                .close();
    }

    private void panel(String id, List<ExampleChange<?, ?>> changes) {
        html.open("div", "role", "tabpanel", "id", "panel-" + id, "aria-labelledby", "tab-" + id, "tabindex", "0");
        if (changes.isEmpty()) {
            html.element("p", "None.", "class", "muted").close();
            return;
        }
        html.open("div", "class", "scroll tall").open("table", "class", "moved");
        html.element(
                "caption",
                id.equals("broken") ? "Examples that became worse" : "Examples that became better",
                "class",
                "hidden");
        html.open("thead").open("tr");
        for (var name : List.of("example", "input", "reference", "before", "now")) {
            html.element("th", name, "scope", "col");
        }
        html.close(2).open("tbody");
        changes.stream().limit(EXAMPLES).forEach(this::example);
        html.close(3);
        if (changes.size() > EXAMPLES) {
            html.element(
                    "p",
                    Numerals.count(changes.size() - EXAMPLES) + " more; filter the examples below",
                    "class",
                    "muted");
        }
        html.close();
    }

    private void example(ExampleChange<?, ?> change) {
        var after = change.pair().other();
        html.open("tr").open("th", "scope", "row").text(after.id(), TEXT / 3).close();
        html.open("td").text(String.valueOf(after.example().input()), TEXT).close();
        html.open("td").text(String.valueOf(after.reference()), TEXT).close();
        html.open("td").text(OutcomeText.of(change.pair().baseline()), TEXT).close();
        html.open("td").text(OutcomeText.of(after), TEXT).close(2);
    }
}
