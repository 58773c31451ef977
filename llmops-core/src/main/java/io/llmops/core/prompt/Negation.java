package io.llmops.core.prompt;

import java.util.Set;

/** Sees English words that deny what follows them. */
final class Negation {

    private static final int REACH = 3;

    /** Marks between them are passed over, but not without end. */
    private static final int MOST_PASSED = 12;

    private static final String CONTRACTED = "n't";
    private static final Set<String> DENYING = Set.of(
            "not", "no", "non", "never", "neither", "nor", "cannot", "without", "except", "unlike", "instead", "than",
            "isnt", "dont", "doesnt", "cant", "wasnt", "arent");
    private static final Set<String> BARRIERS = Set.of(".", ",", ";", ":", "!", "?", Words.NEW_LINE);

    private Negation() {}

    /** Whether one of the three words before the word at {@code index}, in the same clause and not before {@code from}, denies. */
    static boolean before(Words words, int index, int from) {
        var seen = 0;
        var first = Math.max(from, index - MOST_PASSED);
        for (var i = index - 1;
                i >= first && seen < REACH && !BARRIERS.contains(words.get(i).folded());
                i--) {
            if (denies(words.get(i).folded())) {
                return true;
            }
            if (!words.get(i).mark()) {
                seen++;
            }
        }
        return false;
    }

    private static boolean denies(String word) {
        return DENYING.contains(word) || word.endsWith(CONTRACTED);
    }
}
