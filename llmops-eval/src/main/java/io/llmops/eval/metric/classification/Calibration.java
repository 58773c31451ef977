package io.llmops.eval.metric.classification;

import java.util.Arrays;
import java.util.List;

/**
 * Whether answers are right as often as their confidence says: reliability curves, and the expected and maximum
 * calibration errors made of them (Naeini, Cooper and Hauskrecht 2015). Immutable.
 */
public final class Calibration {

    private final double[] confidences;
    private final boolean[] right;
    private final double[] weights;
    private final RankedScores ranked;

    Calibration(double[] confidences, boolean[] right, double[] weights, RankedScores ranked) {
        this.confidences = confidences;
        this.right = right;
        this.weights = weights;
        this.ranked = ranked;
    }

    /**
     * Returns the calibration of some answers.
     *
     * @param confidences from 0 to 1, one an answer, at least one; copied
     * @param right whether each answer is right; copied
     * @return the calibration
     * @throws IllegalArgumentException if the lengths differ or a confidence is not from 0 to 1; the message names it
     */
    public static Calibration of(double[] confidences, boolean[] right) {
        if (confidences.length != right.length || right.length == 0) {
            throw new IllegalArgumentException("expected as many confidences as answers, and one at least, found "
                    + confidences.length + " and " + right.length);
        }
        for (var i = 0; i < confidences.length; i++) {
            if (!(confidences[i] >= 0 && confidences[i] <= 1)) {
                throw new IllegalArgumentException(
                        "expected confidences from 0 to 1, found " + confidences[i] + " at place " + i);
            }
        }
        var weights = new double[right.length];
        Arrays.fill(weights, 1);
        return new Calibration(confidences.clone(), right.clone(), weights, RankedScores.of(confidences, right, 1));
    }

    /**
     * Returns the reliability curve over bins of equal width: bin b of n takes the confidences above b/n up to
     * (b + 1)/n, and the first those of 0 too.
     *
     * @param bins how many, 1 or more
     * @return all bins, from low confidence to high
     */
    public List<ReliabilityBin> widthBins(int bins) {
        return CalibrationBins.byWidth(confidences, right, requireBins(bins)).curve(weights);
    }

    /**
     * Returns the reliability curve over bins of as many answers each, one more in the first where they don't divide. Among
     * equal confidences wrong answers come first.
     *
     * @param bins how many, 1 or more
     * @return all bins, from low confidence to high
     */
    public List<ReliabilityBin> massBins(int bins) {
        return CalibrationBins.byMass(confidences, right, requireBins(bins), ranked)
                .curve(weights);
    }

    /**
     * Returns the reliability curve over bins between quantiles of the confidences, equal ones in the same bin.
     *
     * @param bins how many, 1 or more
     * @return all bins, from low confidence to high; equal confidences leave some empty
     */
    public List<ReliabilityBin> quantileBins(int bins) {
        return CalibrationBins.byQuantiles(confidences, right, requireBins(bins), ranked)
                .curve(weights);
    }

    private static int requireBins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("expected 1 bin or more, found " + bins);
        }
        return bins;
    }

    /**
     * Returns the expected calibration error.
     *
     * @param bins a reliability curve
     * @return the mean gap, weighted by the bins' counts, from 0 to 1
     * @throws IllegalArgumentException if the bins are empty
     */
    public static double expectedError(List<ReliabilityBin> bins) {
        var count = bins.stream().mapToDouble(ReliabilityBin::count).sum();
        if (!(count > 0)) {
            throw new IllegalArgumentException("expected a bin that is not empty, found none");
        }
        return bins.stream().mapToDouble(bin -> bin.count() * bin.gap()).sum() / count;
    }

    /**
     * Returns the maximum calibration error.
     *
     * @param bins a reliability curve
     * @return the largest gap, from 0 to 1
     */
    public static double maximumError(List<ReliabilityBin> bins) {
        return bins.stream().mapToDouble(ReliabilityBin::gap).max().orElse(0);
    }
}
