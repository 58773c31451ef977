package io.llmops.eval.metric.text;

import java.util.Arrays;
import java.util.List;

/**
 * What each n-gram of the references of a corpus tells: the binary logarithm of how much rarer it is than its beginning
 * (Doddington 2002, equation 2). Not safe for use by many threads.
 */
final class NgramInformation {

    private static final int UNKNOWN = -2;

    private final int order;
    private final TokenIds ids = new TokenIds();
    private final NgramNumbers numbers = new NgramNumbers(1 << 12);
    private double[] counts = new double[1 << 12];
    private int[] beginnings = new int[1 << 12];
    private double words;

    NgramInformation(int order) {
        this.order = order;
    }

    void add(List<String> reference, double weight) {
        var tokens = ids.of(reference);
        words += tokens.length * weight;
        for (var start = 0; start < tokens.length; start++) {
            var gram = NgramNumbers.NOTHING;
            for (var n = 0; n < order && start + n < tokens.length; n++) {
                var beginning = gram;
                gram = numbers.put(beginning, tokens[start + n]);
                if (gram == counts.length) {
                    counts = Arrays.copyOf(counts, gram * 2);
                    beginnings = Arrays.copyOf(beginnings, gram * 2);
                }
                counts[gram] += weight;
                beginnings[gram] = beginning;
            }
        }
    }

    /** Returns the numbers of the n-grams of each length of a text, those that no reference has left out, ascending. */
    int[][] ngrams(List<String> text) {
        var tokens = ids.of(text);
        var found = new int[order][tokens.length];
        var sizes = new int[order];
        for (var start = 0; start < tokens.length; start++) {
            var gram = NgramNumbers.NOTHING;
            for (var n = 0; n < order && start + n < tokens.length && gram != UNKNOWN; n++) {
                var number = numbers.find(gram, tokens[start + n]);
                gram = number < 0 ? UNKNOWN : number;
                if (number >= 0) {
                    found[n][sizes[n]++] = number;
                }
            }
        }
        for (var n = 0; n < order; n++) {
            found[n] = Arrays.copyOf(found[n], sizes[n]);
            Arrays.sort(found[n]);
        }
        return found;
    }

    /** Returns what the n-grams tell that two texts have in common. */
    double ofCommon(int[] ngrams, int[] others) {
        var sum = 0.0;
        var i = 0;
        var j = 0;
        while (i < ngrams.length && j < others.length) {
            if (ngrams[i] == others[j]) {
                sum += of(ngrams[i]);
                i++;
                j++;
            } else if (ngrams[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    private double of(int gram) {
        var beginning = beginnings[gram] == NgramNumbers.NOTHING ? words : counts[beginnings[gram]];
        return StrictMath.log(beginning / counts[gram]) / StrictMath.log(2);
    }
}
