package io.llmops.eval.metric.classification;

/**
 * Answers of about the same confidence. Immutable.
 *
 * @param count the sum of their weights; 0 for a bin that nothing fell into, of which the other numbers are 0
 * @param confidence their mean confidence
 * @param accuracy the share of them that is right
 */
public record ReliabilityBin(double count, double confidence, double accuracy) {

    static ReliabilityBin of(double count, double confidences, double right) {
        return count > 0 ? new ReliabilityBin(count, confidences / count, right / count) : new ReliabilityBin(0, 0, 0);
    }

    /** {@return how far the accuracy is from the confidence} */
    public double gap() {
        return Math.abs(accuracy - confidence);
    }
}
