package io.llmops.preprocess.dedup;

import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.Arrays;

/**
 * A text as the hashes of its runs of neighbouring tokens; a text with fewer tokens is one run, one without any has none.
 * Immutable.
 */
record Shingles(Analyzer terms, int length) {

    static final Shingles THREE_WORDS = of(Tokenizers.words().then(TokenFilters.lowercase()), 3);

    Shingles {
        if (length < 1) {
            throw new IllegalArgumentException("expected shingles of 1 token or more, found " + length);
        }
    }

    static Shingles of(Tokenizer tokens, int length) {
        return new Shingles(Analyzer.of(tokens), length);
    }

    /** Every run, in order. */
    long[] list(String text) {
        var hashes = terms.terms(text).stream().mapToLong(Hash::of).toArray();
        if (hashes.length == 0) {
            return hashes;
        }
        var width = Math.min(length, hashes.length);
        var shingles = new long[hashes.length - width + 1];
        for (var i = 0; i < shingles.length; i++) {
            shingles[i] = Hash.of(hashes, i, width);
        }
        return shingles;
    }

    /** Every different run, in the order of the numbers. */
    long[] set(String text) {
        var sorted = list(text);
        Arrays.sort(sorted);
        var size = 0;
        for (var shingle : sorted) {
            if (size == 0 || sorted[size - 1] != shingle) {
                sorted[size++] = shingle;
            }
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    /** The size of the intersection over the size of the union, of sorted sets of which one is not empty. */
    static double jaccard(long[] one, long[] other) {
        var common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (one.length + other.length - common);
    }
}
