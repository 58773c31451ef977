package io.llmops.preprocess.chunk;

/** A line of Markdown, its line break included. Each question looks at it once. Immutable. */
record MarkdownLine(String source, int start, int end) {

    static final MarkdownLine EMPTY = new MarkdownLine("", 0, 0);

    private static final int DEEPEST = 6;
    private static final int SHORTEST_MARK = 3;
    private static final int CODE_INDENT = 4;
    private static final int LONGEST_NUMBER = 9;

    boolean isBlank() {
        return first() == end;
    }

    /** Whether it is set in far enough to be code, or to belong to what is before it. */
    boolean isIndented() {
        var columns = 0;
        for (var at = start; at < first(); at++) {
            columns += source.charAt(at) == '\t' ? CODE_INDENT : 1;
        }
        return columns >= CODE_INDENT;
    }

    /** The level of an ATX heading, 1 to 6, or 0. */
    int headingLevel() {
        var first = first();
        var level = run(first, '#');
        return level <= DEEPEST && !isIndented() && isSpace(first + level) ? level : 0;
    }

    String headingTitle() {
        var from = first();
        var title = source.substring(from + run(from, '#'), end).strip();
        var to = title.length();
        while (to > 0 && title.charAt(to - 1) == '#') {
            to--;
        }
        var isClosed = to == 0 || Character.isWhitespace(title.charAt(to - 1));
        return isClosed ? title.substring(0, to).strip() : title;
    }

    /** The level of the heading it underlines: 1, 2, or 0 if it is no underline. */
    int underlineLevel() {
        var first = first();
        if (isBlank() || isIndented() || !isSpaceFrom(first + run(first, source.charAt(first)))) {
            return 0;
        }
        return switch (source.charAt(first)) {
            case '=' -> 1;
            case '-' -> 2;
            default -> 0;
        };
    }

    boolean isRule() {
        var first = first();
        if (first == end || isIndented() || "*-_".indexOf(source.charAt(first)) < 0) {
            return false;
        }
        var marks = 0;
        for (var at = first; at < end; at++) {
            if (source.charAt(at) == source.charAt(first)) {
                marks++;
            } else if (!isSpace(at)) {
                return false;
            }
        }
        return marks >= SHORTEST_MARK;
    }

    /** Whether it opens fenced code. */
    boolean isFence() {
        var first = first();
        if (isIndented()) {
            return false;
        }
        var ticks = run(first, '`');
        return ticks >= SHORTEST_MARK
                ? source.substring(first + ticks, end).indexOf('`') < 0
                : run(first, '~') >= SHORTEST_MARK;
    }

    /** Whether it closes the code that another line opened. */
    boolean closes(MarkdownLine fence) {
        var mark = fence.source.charAt(fence.first());
        var first = first();
        var length = run(first, mark);
        return length >= fence.run(fence.first(), mark) && !isIndented() && isSpaceFrom(first + length);
    }

    /** Whether it starts a list item or a quote. */
    boolean isContainer() {
        var first = first();
        if (first == end) {
            return false;
        }
        var c = source.charAt(first);
        if (c == '>') {
            return true;
        }
        if (c == '-' || c == '*' || c == '+') {
            return isSpace(first + 1);
        }
        var at = first;
        while (at < end && at - first <= LONGEST_NUMBER && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
            at++;
        }
        return at > first && at < end && (source.charAt(at) == '.' || source.charAt(at) == ')') && isSpace(at + 1);
    }

    private int first() {
        var at = start;
        while (at < end && isSpace(at)) {
            at++;
        }
        return at;
    }

    private int run(int from, char mark) {
        var at = from;
        while (at < end && source.charAt(at) == mark) {
            at++;
        }
        return at - from;
    }

    private boolean isSpaceFrom(int from) {
        var at = from;
        while (at < end && isSpace(at)) {
            at++;
        }
        return at >= end;
    }

    /** Whether there is white space, or nothing more. */
    private boolean isSpace(int at) {
        return at >= end || Character.isWhitespace(source.charAt(at));
    }
}
