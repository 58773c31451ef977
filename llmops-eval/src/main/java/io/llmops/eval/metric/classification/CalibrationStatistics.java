package io.llmops.eval.metric.classification;

/** Expected, maximum and adaptive calibration error of weighted rows. Immutable. */
final class CalibrationStatistics {

    private final CalibrationBins byWidth;
    private final CalibrationBins byMass;

    CalibrationStatistics(double[] confidences, boolean[] right, RankedScores ranked) {
        byWidth = CalibrationBins.byWidth(confidences, right, CalibrationBins.BINS);
        byMass = CalibrationBins.byMass(confidences, right, CalibrationBins.BINS, ranked);
    }

    void compute(double[] weights, double[] into, int at) {
        var curve = byWidth.curve(weights);
        into[at] = Calibration.expectedError(curve);
        into[at + 1] = Calibration.maximumError(curve);
        into[at + 2] = Calibration.expectedError(byMass.curve(weights));
    }

    void derivatives(double[] weights, double[][] into, int at) {
        System.arraycopy(byWidth.derivatives(weights), 0, into, at, 2);
        into[at + 2] = byMass.derivatives(weights)[0];
    }
}
