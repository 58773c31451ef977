package io.llmops.eval.metric.text;

import io.llmops.eval.metric.Range;
import java.util.Arrays;

/** BLEU of summed counts: the score, the precision of each length of n-grams, the brevity penalty. */
record BleuFormula(int order, BleuSmoothing smoothing, boolean effectiveOrder) {

    static final Range PERCENT = new Range(0, 100);

    static int width(int order) {
        return 2 + 2 * order;
    }

    void compute(double[] sums, double[] into) {
        Arrays.fill(into, 0);
        var penalty = brevityPenalty(sums[0], sums[1]);
        into[order + 1] = penalty;
        if (Arrays.stream(sums, 2, 2 + order).allMatch(count -> count == 0)) {
            return;
        }
        var lengths = order;
        var nones = 0;
        for (var n = 1; n <= order; n++) {
            var correct = sums[1 + n] + smoothing.added(n);
            var total = sums[1 + order + n] + smoothing.added(n);
            if (total == 0) {
                break;
            }
            lengths = effectiveOrder ? n : order;
            into[n] = 100 * (correct == 0 ? smoothing.ofNone(++nones) : correct) / total;
        }
        into[0] = penalty * geometricMean(into, lengths);
    }

    static double brevityPenalty(double tokens, double tokensOfReferences) {
        if (tokens >= tokensOfReferences) {
            return 1;
        }
        return tokens == 0 ? 0 : StrictMath.exp(1 - tokensOfReferences / tokens);
    }

    private static double geometricMean(double[] values, int lengths) {
        var logs = 0.0;
        for (var n = 1; n <= lengths; n++) {
            if (values[n] == 0) {
                return 0;
            }
            logs += StrictMath.log(values[n]);
        }
        return Math.min(PERCENT.max(), StrictMath.exp(logs / lengths));
    }
}
