package io.llmops.preprocess.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of cells below each other, each cell on one line and cut short. Not safe for use by many threads. */
final class Table {

    private static final int LONGEST = 48;

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    Table(String... header) {
        widths = new int[header.length];
        add(header);
    }

    void add(String... cells) {
        var row = new ArrayList<String>();
        for (var i = 0; i < cells.length; i++) {
            var cell = cell(cells[i]);
            widths[i] = Math.max(widths[i], cell.codePointCount(0, cell.length()));
            row.add(cell);
        }
        rows.add(row);
    }

    static String number(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String cell(String text) {
        var cell = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(codePoint -> cell.appendCodePoint(isShown(codePoint) ? codePoint : ' '));
        return text.codePointCount(0, text.length()) > LONGEST
                ? cell.append('…').toString()
                : cell.toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        var table = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < row.size(); i++) {
                var cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] + 2 - cell.codePointCount(0, cell.length())));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
