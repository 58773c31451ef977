package io.llmops.core.prompt;

import io.llmops.core.prompt.Words.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where a text says outright that its answer comes now: {@code Answer: …}, {@code **Label:** …}, {@code the answer
 * is …}. What is marked goes to the end of the sentence or line; if the line ends at once, to the next blank line.
 * "I am not sure the answer is …" marks nothing.
 */
final class Markers {

    private static final Set<String> NAMES = Set.of(
            "answer",
            "label",
            "category",
            "class",
            "classification",
            "intent",
            "choice",
            "verdict",
            "result",
            "conclusion",
            "prediction",
            "output");
    private static final Set<String> INTRODUCING = Set.of(":", "=", "is");
    private static final Set<String> DECORATION = Set.of("*", "`", "\"", "'", "\u201c", "\u2018", ":");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ";", "\u3002");

    private Markers() {}

    /** What is marked, in order. */
    static List<Range> find(Words words) {
        var marked = new ArrayList<Range>();
        var at = 0;
        while (at < words.size()) {
            var named = NAMES.contains(words.get(at).folded()) && !Negation.closelyBefore(words, at);
            var start = named ? introduced(words, at + 1) : 0;
            if (start == 0) {
                at++;
                continue;
            }
            var end = end(words, start);
            if (end > start) {
                marked.add(new Range(start, end));
            }
            at = end;
        }
        return marked;
    }

    /** Where what follows {@code :} or {@code is} begins; 0 if neither follows. */
    private static int introduced(Words words, int from) {
        var at = from;
        while (at < words.size() && DECORATION.contains(words.get(at).folded()) && !words.is(at, ":")) {
            at++;
        }
        if (at == words.size() || !INTRODUCING.contains(words.get(at).folded())) {
            return 0;
        }
        at++;
        while (at < words.size() && DECORATION.contains(words.get(at).folded())) {
            at++;
        }
        return at;
    }

    private static int end(Words words, int start) {
        var at = start;
        if (!words.is(at, Words.NEW_LINE)) {
            while (at < words.size() && !isEnd(words.get(at).folded())) {
                at++;
            }
            return at;
        }
        while (words.is(at, Words.NEW_LINE)) {
            at++;
        }
        while (at < words.size() && !(words.is(at, Words.NEW_LINE) && words.is(at + 1, Words.NEW_LINE))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(String folded) {
        return folded.equals(Words.NEW_LINE) || SENTENCE_ENDS.contains(folded);
    }
}
