package io.llmops.eval.metric.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each n-gram of the references of a corpus tells: the binary logarithm of how much rarer it is than its beginning
 * (Doddington 2002, equation 2). Not safe for use by many threads.
 */
final class NgramInformation {

    private final int order;
    private final Map<List<String>, Double> counts = new HashMap<>();
    private double words;

    NgramInformation(int order) {
        this.order = order;
    }

    void add(List<String> reference, double weight) {
        words += reference.size() * weight;
        for (var n = 1; n <= order; n++) {
            for (var start = 0; start + n <= reference.size(); start++) {
                counts.merge(List.copyOf(reference.subList(start, start + n)), weight, Double::sum);
            }
        }
    }

    double of(List<String> ngram) {
        var beginning = ngram.size() == 1 ? words : counts.getOrDefault(ngram.subList(0, ngram.size() - 1), words);
        return StrictMath.log(beginning / counts.getOrDefault(ngram, words)) / StrictMath.log(2);
    }
}
