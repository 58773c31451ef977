package io.llmops.eval.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML and SVG under construction. Every text and every attribute is escaped, made fit to show and cut; only what this
 * package ships itself goes in raw. Not safe for use by many threads.
 */
final class Html {

    private static final int TEXT = 1_000;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn, those of an empty name left out. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes some elements. */
    Html close(int count) {
        for (var i = 0; i < count; i++) {
            close();
        }
        return this;
    }

    /** Writes an element without content. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (var i = 0; i < attributes.length; i += 2) {
            if (!attributes[i].isEmpty()) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escaped(Shown.of(attributes[i + 1], TEXT)))
                        .append('"');
            }
        }
    }

    /** Draws a line through points of our own, however many. */
    Html path(String kind, String points) {
        out.append("<polyline class=\"")
                .append(kind)
                .append("\" points=\"")
                .append(points)
                .append("\"/>");
        return this;
    }

    Html text(String text) {
        return text(text, TEXT);
    }

    Html text(String text, int columns) {
        out.append(escaped(Shown.of(text, columns)));
        return this;
    }

    /** Writes text whose lines stay lines. */
    Html lines(String text, int characters) {
        out.append(escaped(Shown.lines(text, characters)));
        return this;
    }

    /** Writes what this package ships itself. */
    Html raw(String ours) {
        out.append(ours);
        return this;
    }

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
