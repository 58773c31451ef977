package io.llmops.eval.metric.text;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The smoothings of BLEU of one sentence that Chen and Cherry (2014) compared, numbered and computed as in NLTK 3.8, with
 * its constants (0.1, 5 and 5). Immutable.
 */
public enum ChenCherry {
    /** None: 0 where n-grams of a length are all wrong. */
    METHOD_0,
    /** A tenth of an n-gram in the place of none. */
    METHOD_1,
    /** One more right n-gram, and one more of all, of two tokens and more. */
    METHOD_2,
    /** A half, a quarter … of an n-gram in the place of none, as NIST's script. */
    METHOD_3,
    /** As method 3, less for short answers; of an answer of one token what is wrong is left out. */
    METHOD_4,
    /** The mean of the precisions of n-grams a token shorter, as long, and a token longer. */
    METHOD_5,
    /** Mixed with what the precisions of shorter n-grams let expect; undefined without a right trigram. */
    METHOD_6,
    /** Method 4, then method 5. */
    METHOD_7;

    /** Returns BLEU of n-grams of up to so many tokens: from 0, mostly up to 1; NaN where it is undefined. */
    double bleu(List<String> hypothesis, List<? extends List<String>> references, int order) {
        var row = new double[BleuFormula.width(order + 1)];
        BleuRows.count(hypothesis, references, order + 1, row);
        var counts = new Counts(row, order);
        if (counts.right(0) == 0) {
            return 0;
        }
        var logs = 0.0;
        for (var precision : smoothed(counts)) {
            if (precision == 0 && this == METHOD_0) {
                return 0;
            }
            logs += precision == 0 ? 0 : StrictMath.log(precision) / order;
        }
        return BleuFormula.brevityPenalty(row[0], row[1]) * StrictMath.exp(logs);
    }

    private double[] smoothed(Counts counts) {
        return switch (this) {
            case METHOD_0 -> counts.precisions();
            case METHOD_1 -> counts.precisions(time -> 0.1);
            case METHOD_2 -> counts.addedOne();
            case METHOD_3 -> counts.precisions(time -> StrictMath.pow(0.5, time));
            case METHOD_4 -> counts.byLength();
            case METHOD_5 -> counts.neighbours(counts.precisions());
            case METHOD_6 -> counts.interpolated();
            case METHOD_7 -> counts.neighbours(counts.byLength());
        };
    }

    /** Right n-grams and all n-grams of a sentence; of all there is one at least. */
    private static final class Counts {

        private final double[] row;
        private final int order;

        Counts(double[] row, int order) {
            this.row = row;
            this.order = order;
        }

        double right(int n) {
            return row[2 + n];
        }

        double all(int n) {
            return Math.max(1, row[2 + order + 1 + n]);
        }

        double[] precisions() {
            return precisions(time -> 0.0);
        }

        /** Takes what stands for no right n-gram the first, second … time. */
        double[] precisions(IntToDoubleFunction ofNone) {
            var precisions = new double[order];
            var time = 0;
            for (var n = 0; n < order; n++) {
                precisions[n] = (right(n) > 0 ? right(n) : ofNone.applyAsDouble(++time)) / all(n);
            }
            return precisions;
        }

        double[] addedOne() {
            var precisions = precisions();
            for (var n = 1; n < order; n++) {
                precisions[n] = (right(n) + 1) / (all(n) + 1);
            }
            return precisions;
        }

        double[] byLength() {
            var length = row[0];
            return length > 1
                    ? precisions(time -> StrictMath.log(length) / (StrictMath.pow(2, time) * 5))
                    : precisions();
        }

        double[] neighbours(double[] precisions) {
            var smoothed = new double[order];
            var before = precisions[0] + 1;
            for (var n = 0; n < order; n++) {
                var after = n + 1 < order ? precisions[n + 1] : right(order) / all(order);
                smoothed[n] = (before + precisions[n] + after) / 3;
                before = smoothed[n];
            }
            return smoothed;
        }

        double[] interpolated() {
            var precisions = precisions();
            if (order > 2 && precisions[2] == 0) {
                return new double[] {Double.NaN};
            }
            for (var n = 2; n < order; n++) {
                var expected = precisions[n - 2] == 0 ? 0 : precisions[n - 1] * precisions[n - 1] / precisions[n - 2];
                precisions[n] = (right(n) + 5 * expected) / (row[2 + order + 1 + n] + 5);
            }
            return precisions;
        }
    }
}
