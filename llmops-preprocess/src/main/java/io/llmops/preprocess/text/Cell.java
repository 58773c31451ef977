package io.llmops.preprocess.text;

/** A text made fit for a table: on one line, what is not seen written out, cut to a width. */
final class Cell {

    private static final CodePointSet WIDE =
            CodePointSet.of("1100-115F 231A-231B 2E80-303E 3041-A4CF A960-A97C AC00-D7A3"
                    + " F900-FAFF FE30-FE6F FF00-FF60 FFE0-FFE6 1F300-1F64F 1F680-1F6FF 1F900-1FAFF 20000-3FFFD");

    private Cell() {}

    /** The text in no more columns than these; one that is cut ends with an ellipsis. */
    static String of(String text, int columns) {
        var cell = new StringBuilder();
        var width = 0;
        var fits = 0;
        for (int at = 0, next; at < text.length(); at = next) {
            next = at + Character.charCount(text.codePointAt(at));
            var shown = visible(text.codePointAt(at));
            width += width(shown);
            if (width > columns) {
                return cell.substring(0, fits) + "…";
            }
            cell.append(shown);
            fits = width < columns ? cell.length() : fits;
        }
        return cell.toString();
    }

    private static String visible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                isSeen(codePoint)
                        ? Character.toString(codePoint)
                        : String.format(codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
        };
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    /** How many columns a terminal gives the text: none to a combining mark, two to a wide character. */
    static int width(String text) {
        return text.codePoints().map(Cell::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> WIDE.contains(codePoint) ? 2 : 1;
        };
    }
}
