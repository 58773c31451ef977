package io.llmops.eval.stats;

import java.util.Arrays;

/**
 * The mean or rate a human would have found, from many verdicts of an imperfect judge and few of a human. Safe for use by
 * many threads.
 */
public final class JudgeCorrection {

    private JudgeCorrection() {}

    /**
     * A corrected value with its uncertainty. Immutable.
     *
     * @param value the corrected value
     * @param interval its interval
     */
    public record Corrected(double value, Interval interval) {}

    /**
     * How a judge did on examples whose truth is known. Immutable.
     *
     * @param truePositives positives it called so
     * @param positives examples that are positive, above 0
     * @param trueNegatives negatives it called so
     * @param negatives examples that are negative, above 0
     */
    public record Validation(long truePositives, long positives, long trueNegatives, long negatives) {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if a count is negative or more than its total, or a total 0
         */
        public Validation {
            if (truePositives < 0 || truePositives > positives || positives == 0) {
                throw new IllegalArgumentException(
                        "expected positives and true ones among them, found " + truePositives + " of " + positives);
            }
            if (trueNegatives < 0 || trueNegatives > negatives || negatives == 0) {
                throw new IllegalArgumentException(
                        "expected negatives and true ones among them, found " + trueNegatives + " of " + negatives);
            }
        }
    }

    /**
     * Returns the prediction-powered mean (Angelopoulos et al. 2023), the judge trusted as far as it is worth (their
     * PPI++, 2023): unbiased whatever the judge, and not much wider than without it at worst. Approximate: 93–97 % for
     * 95 % from about 100 examples with both verdicts, of which about 10 differ between judge and human.
     *
     * @param human the human's verdicts, at least two finite values
     * @param judge the judge's verdicts on the same examples
     * @param judgeOnly the judge's verdicts on other examples of the same kind, at least two finite values
     * @param level the confidence, above 0 and below 1
     * @return the mean of the human's verdicts, method {@code prediction-powered}
     */
    public static Corrected predictionPowered(double[] human, double[] judge, double[] judgeOnly, double level) {
        Numbers.requireLevel(level);
        Numbers.requireSample("human verdicts", human, 2);
        Numbers.requireSample("judge verdicts", judge, 2);
        Numbers.requireSample("judge verdicts alone", judgeOnly, 2);
        Numbers.requireSameLength("human verdicts", human.length, "judge verdicts", judge.length);
        double n = human.length;
        double m = judgeOnly.length;
        double trust = trust(human, judge, judgeOnly);
        double[] rest = new double[human.length];
        Arrays.setAll(rest, i -> human[i] - trust * judge[i]);
        double value = Numbers.mean(rest) + trust * Numbers.mean(judgeOnly);
        double variance = Numbers.variance(rest) / n + trust * trust * Numbers.variance(judgeOnly) / m;
        double half = variance == 0 ? 0 : Distributions.studentCritical(level, n - 1) * Math.sqrt(variance);
        return new Corrected(value, new Interval(value - half, value + half, level, "prediction-powered"));
    }

    /** Returns the weight of the judge, from 0 to 1, that makes the variance least. */
    private static double trust(double[] human, double[] judge, double[] judgeOnly) {
        double[] all = Arrays.copyOf(judge, judge.length + judgeOnly.length);
        System.arraycopy(judgeOnly, 0, all, judge.length, judgeOnly.length);
        double variance = Numbers.variance(all);
        if (!(variance > 0)) {
            return 0;
        }
        double covariance = Correlations.crossProduct(human, judge) / (human.length - 1);
        double share = (double) human.length / judgeOnly.length;
        return Numbers.clamp(covariance / ((1 + share) * variance), 0, 1);
    }

    /**
     * Returns the rate behind a judge's rate (Rogan and Gladen 1978), corrected by the judge's sensitivity and
     * specificity, with the interval of Lang and Reiczigel (2014), which takes their uncertainty in. Approximate: 93–97 %
     * for 95 % from about 50 positives and 50 negatives in the validation.
     *
     * @param calledPositive examples the judge called positive
     * @param judged examples the judge saw, above 0
     * @param validation how the judge did where the truth is known
     * @param level the confidence, above 0 and below 1
     * @return the rate, from 0 to 1, method {@code rogan-gladen}
     * @throws IllegalArgumentException if the judge is no better than chance, so that nothing can be corrected
     */
    public static Corrected roganGladen(long calledPositive, long judged, Validation validation, double level) {
        Numbers.requireLevel(level);
        if (judged <= 0 || calledPositive < 0 || calledPositive > judged) {
            throw new IllegalArgumentException(
                    "expected judged examples and positives among them, found " + calledPositive + " of " + judged);
        }
        double plainSensitivity = (double) validation.truePositives / validation.positives;
        double plainSpecificity = (double) validation.trueNegatives / validation.negatives;
        double plainGain = requireGain(plainSensitivity + plainSpecificity - 1);
        double value = ((double) calledPositive / judged + plainSpecificity - 1) / plainGain;

        double z = Distributions.normalCritical(level);
        double n = judged + z * z;
        double rate = (calledPositive + z * z / 2) / n;
        double positives = validation.positives + 2.0;
        double negatives = validation.negatives + 2.0;
        double sensitivity = (validation.truePositives + 1) / positives;
        double specificity = (validation.trueNegatives + 1) / negatives;
        double gain = requireGain(sensitivity + specificity - 1);
        double centre = (rate + specificity - 1) / gain;
        double ofSensitivity = sensitivity * (1 - sensitivity) / positives;
        double ofSpecificity = specificity * (1 - specificity) / negatives;
        double shift = 2 * z * z * (centre * ofSensitivity - (1 - centre) * ofSpecificity);
        double variance =
                rate * (1 - rate) / n + centre * centre * ofSensitivity + (1 - centre) * (1 - centre) * ofSpecificity;
        double half = z * Math.sqrt(variance) / gain;
        double lower = Numbers.clamp(centre + shift - half, 0, 1);
        double upper = Numbers.clamp(centre + shift + half, 0, 1);
        return new Corrected(Numbers.clamp(value, 0, 1), new Interval(lower, upper, level, "rogan-gladen"));
    }

    private static double requireGain(double gain) {
        if (!(gain > 0)) {
            throw new IllegalArgumentException(
                    "expected a judge better than chance, found sensitivity + specificity - 1 = " + gain);
        }
        return gain;
    }
}
