package io.llmops.eval.metric.text;

import java.util.List;

/**
 * Google-BLEU: the lesser of precision and recall of all n-grams of one to four tokens (Wu and others 2016), against the
 * reference for which it is greatest; equal to NLTK 3.8.
 */
final class Gleu {

    private static final int ORDER = 4;

    private Gleu() {}

    /** Counts common n-grams, and the n-grams of the longer text. */
    static void count(List<String> hypothesis, List<? extends List<String>> references, double[] into) {
        var ids = new TokenIds();
        var answer = ids.of(hypothesis);
        var best = -1.0;
        for (var one : references) {
            var reference = ids.of(one);
            var ngrams = new ReferenceNgrams(ORDER, reference.length);
            ngrams.add(reference);
            var common = 0;
            for (var count : ngrams.matches(answer)) {
                common += count;
            }
            var all = Math.max(total(answer.length), total(reference.length));
            var score = all == 0 ? 0 : (double) common / all;
            if (all > 0 && score > best) {
                best = score;
                into[0] = common;
                into[1] = all;
            }
        }
    }

    private static int total(int tokens) {
        var total = 0;
        for (var n = 1; n <= ORDER; n++) {
            total += ReferenceNgrams.total(tokens, n);
        }
        return total;
    }

    static void count(String hypothesis, List<String> references, double[] into) {
        count(
                BleuTokenizer.V13A.tokens(hypothesis),
                references.stream().map(BleuTokenizer.V13A::tokens).toList(),
                into);
    }

    /** From 0 to 1; 0 for nothing against nothing. */
    static double score(double[] counts) {
        return counts[1] == 0 ? 0 : counts[0] / counts[1];
    }
}
