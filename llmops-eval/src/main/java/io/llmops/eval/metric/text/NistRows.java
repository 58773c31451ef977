package io.llmops.eval.metric.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What NIST counts of a text: for n-grams of each length the information of the common ones and the number of all,
 * against the reference with the highest ratio; and the lengths of that reference and of the answer, once for each length.
 */
record NistRows(int order, NgramInformation information) {

    static int width(int order) {
        return 2 * order + 2;
    }

    void count(List<String> hypothesis, List<? extends List<String>> references, double[] into) {
        for (var n = 1; n <= order; n++) {
            var answer = ngrams(hypothesis, n);
            var total = ReferenceNgrams.total(hypothesis.size(), n);
            var best = -1.0;
            var bestLength = 0;
            for (var reference : references) {
                var common = common(answer, ngrams(reference, n));
                if (common > best || (common == best && reference.size() > bestLength)) {
                    best = common;
                    bestLength = reference.size();
                }
            }
            into[n - 1] = best;
            into[order + n - 1] = total;
            into[2 * order] += bestLength;
            into[2 * order + 1] += hypothesis.size();
        }
    }

    private double common(Map<List<String>, Integer> answer, Map<List<String>, Integer> reference) {
        var sum = 0.0;
        for (var entry : answer.entrySet()) {
            var count = Math.min(entry.getValue(), reference.getOrDefault(entry.getKey(), 0));
            sum += count == 0 ? 0 : count * information.of(entry.getKey());
        }
        return sum;
    }

    private static Map<List<String>, Integer> ngrams(List<String> tokens, int n) {
        var counts = new LinkedHashMap<List<String>, Integer>();
        for (var start = 0; start + n <= tokens.size(); start++) {
            counts.merge(tokens.subList(start, start + n), 1, Integer::sum);
        }
        return counts;
    }

    static double score(int order, double[] sums) {
        var score = 0.0;
        for (var n = 0; n < order; n++) {
            score += sums[order + n] == 0 ? 0 : sums[n] / sums[order + n];
        }
        return score * lengthPenalty(sums[2 * order], sums[2 * order + 1]);
    }

    /** One half where the answers are two thirds as long as the references, 1 where they are as long or longer. */
    private static double lengthPenalty(double ofReferences, double ofAnswers) {
        if (ofAnswers >= ofReferences) {
            return 1;
        }
        if (ofAnswers == 0) {
            return 0;
        }
        var steepness = StrictMath.log(0.5) / StrictMath.pow(StrictMath.log(1.5), 2);
        return StrictMath.exp(steepness * StrictMath.pow(StrictMath.log(ofAnswers / ofReferences), 2));
    }
}
