package io.llmops.eval.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of the page that shows which labels are taken for which. */
final class ConfusionHtml {

    /** Up to as many labels the whole matrix is a table. */
    static final int TABLE = 30;

    /** Up to as many it is drawn. */
    static final int GRID = 600;

    private static final double DARK = 0.5;

    private final Confusion confusion;
    private final Html html;

    ConfusionHtml(Confusion confusion, Html html) {
        this.confusion = confusion;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "confusion", "aria-labelledby", "confusion-title");
        html.element("h2", "Confusion", "id", "confusion-title");
        html.open("p", "class", "muted")
                .text("Rows are the right labels, columns the answers; colour is the share of the row: ")
                .open("span", "class", "swatch same", "aria-hidden", "true")
                .close()
                .text(" right, ")
                .open("span", "class", "swatch other", "aria-hidden", "true")
                .close()
                .text(" taken for another.")
                .close();
        if (confusion.size() <= TABLE) {
            table(confusion.all(), "The whole confusion matrix");
            mistakes();
        } else {
            mistakes();
            if (!confusion.block().isEmpty()) {
                html.element("h3", "The labels confused the most");
                table(confusion.block(), "Confusion of the labels confused the most");
            }
            if (confusion.size() <= GRID) {
                grid();
            }
        }
        html.close();
    }

    private void table(List<Integer> rows, String caption) {
        var columns = new ArrayList<>(rows);
        columns.add(confusion.size());
        columns.add(confusion.size() + 1);
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", caption);
        html.open("table", "class", "heat" + (rows.size() > 8 ? " dense" : ""))
                .element("caption", caption, "class", "hidden");
        html.open("thead").open("tr").element("td", "reference \\ answer", "class", "corner");
        columns.forEach(column -> html.open("th", "scope", "col")
                .element("span", Shown.name(confusion.label(column), 24), "title", confusion.label(column))
                .close());
        html.close(2).open("tbody");
        rows.forEach(row -> row(row, columns));
        html.close(3);
    }

    private void row(int row, List<Integer> columns) {
        html.open("tr").open("th", "scope", "row", "title", confusion.label(row));
        html.text(Shown.name(confusion.label(row), 28)).close();
        var support = confusion.support(row);
        for (var column : columns) {
            var count = confusion.count(row, column);
            var share = support == 0 ? 0 : count / support;
            html.open(
                    "td",
                    "class",
                    (column == row ? "same" : "other") + (share > DARK ? " deep" : "") + (count == 0 ? " none" : ""),
                    count == 0 ? "" : "style",
                    String.format(Locale.ROOT, "--a:%.3f", share),
                    count == 0 ? "" : "data-pair",
                    row + " " + column,
                    count == 0 ? "" : "title",
                    confusion.label(row) + " → " + confusion.label(column) + ": " + Numerals.percent(share));
            html.text(count(count)).close();
        }
        html.close();
    }

    private static String count(double count) {
        return count == Math.rint(count) ? Numerals.count((long) count) : Numerals.of(count);
    }

    private void mistakes() {
        var mistakes = confusion.mistakes();
        html.element("h3", "Most frequent mistakes");
        if (mistakes.isEmpty()) {
            html.element("p", "None.", "class", "muted");
            return;
        }
        html.open("div", "class", "scroll").open("table", "class", "numbers narrow");
        html.element("caption", "Most frequent mistakes", "class", "hidden")
                .open("thead")
                .open("tr");
        html.element("th", "reference", "scope", "col");
        html.element("th", "answer", "scope", "col", "class", "words");
        html.element("th", "count", "scope", "col");
        html.element("th", "share of reference", "scope", "col");
        html.open("td").close().close(2).open("tbody");
        for (var cell : mistakes) {
            html.open("tr").element("th", confusion.label(cell.reference()), "scope", "row");
            html.element("td", confusion.label(cell.prediction()), "class", "words");
            html.element("td", count(cell.count()));
            html.element("td", Numerals.percent(cell.count() / confusion.support(cell.reference())));
            html.open("td")
                    .open(
                            "button",
                            "type",
                            "button",
                            "class",
                            "quiet",
                            "data-pair",
                            cell.reference() + " " + cell.prediction());
            html.text("examples").close(3);
        }
        html.close(3);
    }

    private void grid() {
        html.element("h3", "All " + confusion.size() + " labels");
        html.open("figure", "class", "grid");
        html.open(
                "canvas",
                "id",
                "grid",
                "role",
                "img",
                "aria-label",
                "Confusion matrix of " + confusion.size()
                        + " labels; the largest cells are in the table of mistakes above");
        html.close();
        html.open("figcaption")
                .open("output", "id", "grid-cell")
                .text("Point at a cell to read it; click for its examples.");
        html.close(3);
    }
}
