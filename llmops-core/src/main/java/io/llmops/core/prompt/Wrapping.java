package io.llmops.core.prompt;

import java.util.ArrayList;
import java.util.List;

/** Takes off what models put around a short answer: quotes, Markdown, a code fence, brackets, a full stop. */
final class Wrapping {

    private static final int MOST_LAYERS = 8;
    private static final String FENCE = "```";
    private static final String[][] PAIRS = {
        {"**", "**"},
        {"__", "__"},
        {"*", "*"},
        {"_", "_"},
        {"``", "``"},
        {"`", "`"},
        {"\"", "\""},
        {"'", "'"},
        {"\u201c", "\u201d"},
        {"\u2018", "\u2019"},
        {"\u201e", "\u201c"},
        {"\u00ab", "\u00bb"},
        {"(", ")"},
        {"[", "]"},
        {"{", "}"},
        {"<", ">"}
    };
    private static final String ENDINGS = ".!:,;\u3002";

    private Wrapping() {}

    /** The text as it is, then with one layer after the other taken off. */
    static List<String> layers(String text) {
        var layers = new ArrayList<String>();
        var layer = text.strip();
        while (layers.size() < MOST_LAYERS && !layer.isEmpty()) {
            layers.add(layer);
            var inner = inner(layer);
            if (inner.length() == layer.length()) {
                break;
            }
            layer = inner;
        }
        return layers;
    }

    /** The text without the code fence around it, if there is one. */
    static String unfenced(String text) {
        var fenced = text.startsWith(FENCE)
                && text.endsWith(FENCE)
                && text.indexOf('\n') > 0
                && text.length() > 2 * FENCE.length();
        return fenced
                ? text.substring(text.indexOf('\n') + 1, text.length() - FENCE.length())
                        .strip()
                : text;
    }

    private static String inner(String text) {
        var unfenced = unfenced(text);
        if (unfenced.length() < text.length()) {
            return unfenced;
        }
        for (var pair : PAIRS) {
            var around = pair[0].length() + pair[1].length();
            if (text.length() > around && text.startsWith(pair[0]) && text.endsWith(pair[1])) {
                return text.substring(pair[0].length(), text.length() - pair[1].length())
                        .strip();
            }
        }
        var last = text.length() - 1;
        return last > 0 && ENDINGS.indexOf(text.charAt(last)) >= 0
                ? text.substring(0, last).strip()
                : text;
    }
}
