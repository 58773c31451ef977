package io.llmops.core.prompt;

import java.util.Set;

/**
 * Sees English words that deny what follows them in the same clause: "not" and its kin from ten words away ("I don't
 * think that they want a refund"), words that go with a noun from three ("without any refund").
 */
final class Negation {

    private static final int FAR = 10;
    private static final int NEAR = 3;

    /** Marks between the words are passed over, but not without end. */
    private static final int MOST_PASSED = 30;

    private static final String CONTRACTED = "n't";
    private static final Set<String> DENYING_FAR = Set.of(
            "not", "never", "neither", "nor", "cannot", "isnt", "dont", "doesnt", "cant", "wasnt", "arent", "doubt",
            "unsure");
    private static final Set<String> DENYING_NEAR =
            Set.of("no", "non", "without", "except", "unlike", "instead", "than");
    private static final Set<String> BARRIERS = Set.of(".", ",", ";", ":", "!", "?", Words.NEW_LINE);

    private Negation() {}

    /** Whether a word before the one at {@code index}, in its clause and not before {@code from}, denies it. */
    static boolean before(Words words, int index, int from) {
        return before(words, index, from, FAR);
    }

    /** Whether one of the three words before the one at {@code index}, in its clause, denies it. */
    static boolean closelyBefore(Words words, int index) {
        return before(words, index, 0, NEAR);
    }

    private static boolean before(Words words, int index, int from, int reach) {
        var seen = 0;
        var first = Math.max(from, index - MOST_PASSED);
        for (var i = index - 1;
                i >= first && seen < reach && !BARRIERS.contains(words.get(i).folded());
                i--) {
            var word = words.get(i);
            if (deniesFar(word.folded()) || (seen < NEAR && DENYING_NEAR.contains(word.folded()))) {
                return true;
            }
            if (!word.mark()) {
                seen++;
            }
        }
        return false;
    }

    private static boolean deniesFar(String word) {
        return DENYING_FAR.contains(word) || word.endsWith(CONTRACTED);
    }
}
