package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the page with a row a class. */
final class ClassesHtml {

    private static final int MOST = 500;

    private final EvaluationRun<?, ?, ?> run;
    private final MetricGroups groups;
    private final Html html;

    ClassesHtml(EvaluationRun<?, ?, ?> run, MetricGroups groups, Html html) {
        this.run = run;
        this.groups = groups;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "classes", "aria-labelledby", "classes-title");
        html.element("h2", "Classes", "id", "classes-title");
        var rows = groups.classes();
        if (rows.size() > MOST) {
            html.element(
                    "p",
                    "The " + MOST + " classes with the most examples of " + Numerals.count(rows.size()) + ".",
                    "class",
                    "muted");
            rows = rows.stream()
                    .sorted(Comparator.comparingLong(groups::support).reversed())
                    .limit(MOST)
                    .toList();
        }
        table(rows);
        html.close();
    }

    private void table(List<String> rows) {
        var families = groups.families();
        var last = families.keySet().stream().reduce((one, other) -> other).orElseThrow();
        html.open("div", "class", "scroll tall", "tabindex", "0", "role", "group", "aria-label", "Table of classes");
        html.open("table", "class", "numbers sortable")
                .element("caption", "Values of each class; the headings sort", "class", "hidden");
        html.open("thead").open("tr").element("th", "class", "scope", "col").element("th", "examples", "scope", "col");
        families.keySet().forEach(name -> html.element("th", name, "scope", "col"));
        html.element("td", last + " drawn", "class", "unsorted").close(2).open("tbody");
        rows.forEach(row -> row(row, last));
        html.close(3);
    }

    private void row(String row, String last) {
        var support = groups.support(row);
        html.open("tr").element("th", MetricGroups.label(row), "scope", "row");
        html.element("td", Numerals.count(support), "data-v", String.valueOf(support));
        groups.families().values().forEach(values -> cell(values, row));
        html.open("td", "class", "drawn");
        var drawn = groups.families().getOrDefault(last, Map.of()).get(row);
        if (drawn instanceof MetricValue.Estimate estimate) {
            Plot.of(run, last + "/" + row, estimate).value(html, estimate, Optional.empty());
        }
        html.close(2);
    }

    private void cell(Map<String, MetricValue> values, String row) {
        var value = values.get(row);
        if (value == null) {
            html.element("td", "", "data-v", "-1");
        } else if (value instanceof MetricValue.Undefined undefined) {
            html.element("td", "–", "data-v", "-1", "title", "undefined: " + undefined.reason());
        } else {
            var estimate = (MetricValue.Estimate) value;
            html.open("td", "data-v", Numerals.exact(estimate.value())).element("b", Numerals.of(estimate.value()));
            estimate.interval()
                    .ifPresent(interval -> html.element("span", " " + Numerals.of(interval), "class", "muted"));
            html.close();
        }
    }
}
