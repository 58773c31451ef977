package io.llmops.eval.report;

import java.util.ArrayList;
import java.util.List;

/** A table in columns: the first aligned left and cut to what is left of the page, the others aligned right. */
final class TextTable {

    static final int PAGE = 100;

    private static final int GAP = 2;
    private static final int NARROWEST = 12;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    List<String> lines() {
        var columns = rows.get(0).size();
        var widths = new int[columns];
        for (var c = 1; c < columns; c++) {
            var column = c;
            widths[c] = rows.stream()
                    .mapToInt(row -> Shown.width(row.get(column)))
                    .max()
                    .orElse(0);
        }
        var taken = 0;
        for (var c = 1; c < columns; c++) {
            taken += widths[c] == 0 ? 0 : widths[c] + GAP;
        }
        var left = Math.max(NARROWEST, PAGE - taken);
        widths[0] = rows.stream()
                .mapToInt(row -> Math.min(left, Shown.width(Shown.name(row.get(0), left))))
                .max()
                .orElse(0);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder(Shown.padRight(Shown.name(row.get(0), widths[0]), widths[0]));
        for (var c = 1; c < widths.length; c++) {
            line.append(" ".repeat(widths[c] == 0 ? 0 : GAP)).append(Shown.padLeft(row.get(c), widths[c]));
        }
        return line.toString().stripTrailing();
    }
}
