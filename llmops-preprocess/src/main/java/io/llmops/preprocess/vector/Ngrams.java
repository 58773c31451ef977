package io.llmops.preprocess.vector;

import java.util.List;
import java.util.function.Consumer;

/** Runs of neighbouring terms, joined by a space. Immutable. */
record Ngrams(int min, int max) {

    Ngrams {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("expected 1 <= min <= max, found " + min + " and " + max);
        }
    }

    void forEach(List<String> terms, Consumer<String> action) {
        if (max == 1) {
            terms.forEach(action);
            return;
        }
        for (var n = min; n <= max; n++) {
            for (var start = 0; start + n <= terms.size(); start++) {
                action.accept(String.join(" ", terms.subList(start, start + n)));
            }
        }
    }
}
