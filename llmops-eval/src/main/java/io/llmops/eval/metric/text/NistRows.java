package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What NIST counts of a text: for n-grams of each length the information of the common ones and the number of all,
 * against the reference with the highest ratio; and the lengths of that reference and of the answer, once for each length.
 */
record NistRows(int order, NgramInformation information) {

    static int width(int order) {
        return 2 * order + 2;
    }

    void count(List<String> hypothesis, List<? extends List<String>> references, double[] into) {
        var answer = information.ngrams(hypothesis);
        var ngrams = new ArrayList<int[][]>(references.size());
        references.forEach(reference -> ngrams.add(information.ngrams(reference)));
        for (var n = 1; n <= order; n++) {
            var best = -1.0;
            var bestLength = 0;
            for (var i = 0; i < references.size(); i++) {
                var common = information.ofCommon(answer[n - 1], ngrams.get(i)[n - 1]);
                var length = references.get(i).size();
                if (common > best || (common == best && length > bestLength)) {
                    best = common;
                    bestLength = length;
                }
            }
            into[n - 1] = best;
            into[order + n - 1] = ReferenceNgrams.total(hypothesis.size(), n);
            into[2 * order] += bestLength;
            into[2 * order + 1] += hypothesis.size();
        }
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
