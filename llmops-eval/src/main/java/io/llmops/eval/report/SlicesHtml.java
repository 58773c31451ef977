package io.llmops.eval.report;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of the page with a table a tag, where a warning stands beside what says little. */
final class SlicesHtml {

    private static final int TAGS = 20;
    private static final int ROWS = 100;

    private final EvaluationRun<?, ?, ?> run;
    private final SliceTables tables;
    private final Html html;

    SlicesHtml(EvaluationRun<?, ?, ?> run, SliceTables tables, Html html) {
        this.run = run;
        this.tables = tables;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "slices", "aria-labelledby", "slices-title");
        html.element("h2", "Slices", "id", "slices-title");
        tables.tags().entrySet().stream().limit(TAGS).forEach(tag -> table(tag.getKey(), tag.getValue()));
        html.close();
    }

    private void table(String tag, Map<String, Map<String, MetricValue>> slices) {
        var columns = SliceTables.columns(slices);
        html.element("h3", tag).open("div", "class", "scroll").open("table", "class", "numbers sortable");
        html.element("caption", "Slices by " + tag + "; the headings sort", "class", "hidden")
                .open("thead")
                .open("tr");
        html.element("th", tag, "scope", "col").element("th", "n", "scope", "col");
        columns.forEach(name -> html.element("th", name, "scope", "col"));
        html.element("td", columns.isEmpty() ? "" : columns.get(0) + " drawn", "class", "unsorted");
        html.element("td", "", "class", "unsorted").close(2).open("tbody");
        slices.entrySet().stream().limit(ROWS).forEach(slice -> row(tag, columns, slice.getKey(), slice.getValue()));
        html.close(3);
        if (slices.size() > ROWS) {
            html.element("p", Numerals.count(slices.size() - ROWS) + " more values", "class", "muted");
        }
    }

    private void row(String tag, List<String> columns, String slice, Map<String, MetricValue> values) {
        var n = SliceTables.examples(values);
        html.open("tr").element("th", slice.isEmpty() ? "(none)" : slice, "scope", "row");
        html.element("td", Numerals.count(n), "data-v", String.valueOf(n));
        columns.forEach(name -> cell(values.get(name)));
        html.open("td", "class", "drawn");
        if (!columns.isEmpty() && values.get(columns.get(0)) instanceof MetricValue.Estimate estimate) {
            Plot.of(run, columns.get(0) + "[" + tag + "=" + slice + "]", estimate)
                    .value(html, estimate, Optional.empty());
        }
        html.close().open("td", "class", "words");
        if (tables.saysNothing(columns, values, n)) {
            html.element("span", "△ too few to tell", "class", "badge inconclusive");
        }
        html.close(2);
    }

    private void cell(@Nullable MetricValue value) {
        if (value instanceof MetricValue.Estimate estimate) {
            html.open("td", "data-v", Numerals.exact(estimate.value())).element("b", Numerals.of(estimate.value()));
            estimate.interval()
                    .ifPresent(interval -> html.element("span", " " + Numerals.of(interval), "class", "muted"));
            html.close();
        } else {
            html.element("td", "–", "data-v", "-1");
        }
    }
}
