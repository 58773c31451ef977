package io.llmops.eval.metric.classification;

/**
 * What comes of saying yes where the score is at least a threshold. Immutable.
 *
 * @param threshold the lowest score that is a yes; infinite for never
 * @param precision the share of the yeses that is right; 1 for none
 * @param recall the share of the true ones that is found
 * @param falsePositiveRate the share of the false ones that is taken for true
 */
public record OperatingPoint(double threshold, double precision, double recall, double falsePositiveRate) {

    /**
     * Returns the F-score.
     *
     * @param beta how many times recall weighs as much as precision, above 0
     * @return from 0 to 1
     */
    public double f(double beta) {
        var square = beta * beta;
        var sum = square * precision + recall;
        return sum > 0 ? (1 + square) * precision * recall / sum : 0;
    }
}
