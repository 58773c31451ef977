package io.llmops.preprocess.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of three columns, each as wide as its widest cell and no wider than its bound. */
final class Table {

    private static final int[] WIDEST = {28, 56, 44};
    private static final String GAP = "  ";

    private Table() {}

    static String of(List<Explanation.Row> rows) {
        var cells = new ArrayList<String[]>();
        cells.add(new String[] {"step", "result", "change"});
        for (var row : rows) {
            cells.add(new String[] {
                Cell.of(row.step(), WIDEST[0]), Cell.of(row.result(), WIDEST[1]), Cell.of(row.change(), WIDEST[2])
            });
        }
        var table = new StringBuilder();
        for (var row : cells) {
            var line = new StringBuilder();
            for (var column = 0; column < row.length; column++) {
                line.append(row[column]);
                if (column + 1 < row.length) {
                    line.append(" ".repeat(widest(cells, column) - Cell.width(row[column])))
                            .append(GAP);
                }
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.substring(0, table.length() - 1);
    }

    private static int widest(List<String[]> cells, int column) {
        return cells.stream().mapToInt(row -> Cell.width(row[column])).max().orElse(0);
    }
}
