package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.isWord;
import static io.llmops.preprocess.redact.Characters.isWordAt;

import java.util.List;

/**
 * Words before something that say what it is, whatever their case. A word counts as a whole; one with a star at its end
 * may go on. Immutable.
 */
record Cues(List<String> words) {

    static final int REACH = 48;

    static Cues of(String barred) {
        return new Cues(barred.isEmpty() ? List.of() : List.of(barred.split("\\|", -1)));
    }

    /** Whether one of the words stands in the {@link #REACH} characters before this place, and not before {@code from}. */
    boolean before(String text, int from, int place) {
        for (var at = Math.max(from, place - REACH); at < place; at++) {
            if (!(isWordAt(text, at - 1) && isWordAt(text, at)) && startsAt(text, at, place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words stands in the {@link #REACH} characters before this place. */
    boolean before(String text, int place) {
        return before(text, 0, place);
    }

    private boolean startsAt(String text, int at, int place) {
        for (var word : words) {
            if (matches(word, text, at, place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String word, String text, int at, int place) {
        var open = word.charAt(word.length() - 1) == '*';
        var length = open ? word.length() - 1 : word.length();
        if (at + length > place || !text.regionMatches(true, at, word, 0, length)) {
            return false;
        }
        return open || !isWord(word.charAt(length - 1)) || at + length == place || !isWordAt(text, at + length);
    }
}
