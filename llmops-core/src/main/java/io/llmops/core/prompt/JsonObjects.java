package io.llmops.core.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the JSON objects in an answer: what is in code fences, if there is an object in one of them; else every piece of
 * the text from an opening brace to the one that closes it.
 */
final class JsonObjects {

    private static final String FENCE = "```";

    /** How often a brace that nothing closes is passed over, each time at the cost of reading to the end. */
    private static final int MOST_RESTARTS = 20;

    private JsonObjects() {}

    static List<String> find(String answer) {
        var fenced = new ArrayList<String>();
        var at = answer.indexOf(FENCE);
        while (at >= 0) {
            var begin = answer.indexOf('\n', at);
            var end = begin < 0 ? -1 : answer.indexOf(FENCE, begin);
            if (end < 0) {
                break;
            }
            var block = answer.substring(begin, end).strip();
            if (block.startsWith("{")) {
                fenced.add(block);
            }
            at = answer.indexOf(FENCE, end + FENCE.length());
        }
        return fenced.isEmpty() ? inProse(answer) : fenced;
    }

    private static List<String> inProse(String answer) {
        var objects = new ArrayList<String>();
        var restarts = 0;
        var at = answer.indexOf('{');
        while (at >= 0 && restarts < MOST_RESTARTS) {
            var end = end(answer, at);
            if (end < 0) {
                restarts++;
                at = answer.indexOf('{', at + 1);
            } else {
                objects.add(answer.substring(at, end));
                at = answer.indexOf('{', end);
            }
        }
        return objects;
    }

    /** Where the brace is closed, exclusive; −1 if it is not. Braces within quotes don't count. */
    private static int end(String text, int start) {
        var depth = 0;
        var quoted = false;
        for (var at = start; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
