package io.llmops.eval.metric.text;

import java.util.HashMap;
import java.util.Map;

/** Counts of pairs of token numbers, and what two such counts have in common. Not safe for use by many threads. */
final class PairCounts {

    private static final long ALONE = 0xFFFFFFFFL;

    private final Map<Long, Integer> counts = new HashMap<>();
    private int total;

    /**
     * Counts the skip-bigrams of a text: pairs with at most so many tokens between them; with unigrams, each token that
     * another follows is counted alone as well, as ROUGE-1.5.5 does.
     */
    static PairCounts skipBigrams(int[] tokens, int skip, boolean unigrams) {
        var pairs = new PairCounts();
        for (var i = 0; i + 1 < tokens.length; i++) {
            if (unigrams) {
                pairs.add(tokens[i], ALONE);
            }
            for (var j = i + 1; j < tokens.length && j <= i + skip + 1; j++) {
                pairs.add(tokens[i], tokens[j]);
            }
        }
        return pairs;
    }

    private void add(long first, long second) {
        counts.merge((first << Integer.SIZE) | second, 1, Integer::sum);
        total++;
    }

    int total() {
        return total;
    }

    int common(PairCounts other) {
        return counts.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
