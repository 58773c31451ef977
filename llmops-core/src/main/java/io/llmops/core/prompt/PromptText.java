package io.llmops.core.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text with variables, {@code {{name}}}. Of a run of braces the last two open, so that {@code {{{name}}}} is the value
 * between braces. A backslash before the run makes it text; before that, two backslashes are one. Immutable.
 *
 * @param source as it stands in the template
 * @param segments its literal pieces and variables, in order
 */
record PromptText(String source, List<Segment> segments) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    PromptText {
        segments = List.copyOf(segments);
    }

    /** A literal piece, or the name of a variable. */
    record Segment(String text, boolean variable) {}

    /** Reads a text whose first line is {@code line} of {@code file}. */
    static PromptText parse(String text, String file, int line) {
        var segments = new ArrayList<Segment>();
        var literal = new StringBuilder();
        var at = 0;
        while (true) {
            var run = text.indexOf(OPEN, at);
            if (run < 0) {
                break;
            }
            var open = endOfRun(text, run) - OPEN.length();
            var backslashes = backslashesBefore(text, run, at);
            literal.append(text, at, run - backslashes).append("\\".repeat(backslashes / 2));
            if (backslashes % 2 == 1) {
                at = open + OPEN.length();
                literal.append(text, run, at);
                continue;
            }
            literal.append(text, run, open);
            var close = text.indexOf(CLOSE, open);
            var name = text.substring(open + OPEN.length(), close < 0 ? text.length() : close)
                    .strip();
            if (close < 0 || !NAME.matcher(name).matches()) {
                var found = close < 0 ? " without }}" : "";
                throw new PromptException(
                        file,
                        line
                                + (int) text.substring(0, open)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count(),
                        "expected the name of a variable between {{ and }}, found " + Excerpt.of(name) + found
                                + "; a literal {{ is written \\{{");
            }
            segments.add(new Segment(literal.toString(), false));
            segments.add(new Segment(name, true));
            literal.setLength(0);
            at = close + CLOSE.length();
        }
        segments.add(new Segment(literal.append(text, at, text.length()).toString(), false));
        return new PromptText(text, segments);
    }

    private static int endOfRun(String text, int start) {
        var end = start;
        while (end < text.length() && text.charAt(end) == '{') {
            end++;
        }
        return end;
    }

    private static int backslashesBefore(String text, int end, int from) {
        var start = end;
        while (start > from && text.charAt(start - 1) == '\\') {
            start--;
        }
        return end - start;
    }

    /** The names of the variables, in the order of their first appearance. */
    Set<String> variables() {
        var names = new LinkedHashSet<String>();
        segments.stream().filter(Segment::variable).map(Segment::text).forEach(names::add);
        return names;
    }

    /** The text with the values put in as they are. */
    String render(Map<String, String> values) {
        var text = new StringBuilder();
        for (var segment : segments) {
            text.append(
                    segment.variable()
                            ? Objects.requireNonNull(values.get(segment.text()), segment.text())
                            : segment.text());
        }
        return text.toString();
    }
}
