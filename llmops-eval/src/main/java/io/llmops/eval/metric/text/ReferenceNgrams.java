package io.llmops.eval.metric.text;

import java.util.Arrays;

/**
 * The n-grams of one or several references, counted, and how many of them a hypothesis has. Not safe for use by many
 * threads.
 */
final class ReferenceNgrams {

    private final int order;
    private final NgramNumbers numbers;
    private int[] counts = new int[64];
    private int[] countsOfOne = new int[64];

    /** Creates room for n-grams of one to so many tokens, of texts of about so many tokens. */
    ReferenceNgrams(int order, int tokens) {
        this.order = order;
        numbers = new NgramNumbers((int) Math.min(Integer.MAX_VALUE / 4, (long) tokens * order));
    }

    /** Adds a reference: of each n-gram counts what the reference with the most of it has. */
    void add(int[] tokens) {
        for (var start = 0; start < tokens.length; start++) {
            var gram = NgramNumbers.NOTHING;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                gram = numbers.put(gram, tokens[start + n]);
                if (gram == counts.length) {
                    counts = Arrays.copyOf(counts, gram * 2);
                    countsOfOne = Arrays.copyOf(countsOfOne, gram * 2);
                }
                countsOfOne[gram]++;
                counts[gram] = Math.max(counts[gram], countsOfOne[gram]);
            }
        }
        Arrays.fill(countsOfOne, 0, numbers.size(), 0);
    }

    /** Returns how many n-grams of each length a hypothesis has in common, none counted more often than it is there. */
    int[] matches(int[] tokens) {
        var left = Arrays.copyOf(counts, numbers.size());
        var matches = new int[order];
        for (var start = 0; start < tokens.length; start++) {
            var gram = NgramNumbers.NOTHING;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                gram = numbers.find(gram, tokens[start + n]);
                if (gram < 0) {
                    break;
                }
                if (left[gram] > 0) {
                    left[gram]--;
                    matches[n]++;
                }
            }
        }
        return matches;
    }

    /** Returns how many different n-grams of each length the only text that was added has. */
    int[] distinct(int[] tokens) {
        Arrays.fill(counts, 0, numbers.size(), 1);
        return matches(tokens);
    }

    /** Returns how many n-grams of a length so many tokens make. */
    static int total(int tokens, int length) {
        return Math.max(0, tokens - length + 1);
    }
}
