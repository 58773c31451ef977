package io.llmops.eval.metric.classification;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.List;

/** Calibration errors by the formula beside the files. */
public final class CalibrationGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var confidences = golden.numbers("confidence");
        var correct = golden.numbers("correct");
        var right = new boolean[correct.length];
        var squares = new double[correct.length];
        var weights = new double[correct.length];
        for (var i = 0; i < right.length; i++) {
            right[i] = correct[i] == 1;
            squares[i] = (confidences[i] - correct[i]) * (confidences[i] - correct[i]);
            weights[i] = 1;
        }
        var bins = golden.input().get("bins").intValue();
        var calibration = Calibration.of(confidences, right);
        check(golden, checks, calibration.widthBins(bins), "width");
        check(golden, checks, calibration.massBins(bins), "mass");
        checks.that(() -> RowMeans.of(squares, weights), "brier");
    }

    private static void check(GoldenCase golden, GoldenChecks checks, List<ReliabilityBin> curve, String kind) {
        checks.that(() -> Calibration.expectedError(curve), "ece_" + kind);
        checks.that(() -> Calibration.maximumError(curve), "mce_" + kind);
        checks.that(() -> same(golden, curve, kind), "bins_" + kind);
    }

    /** Returns the expected bins themselves if ours are the same. */
    private static Object same(GoldenCase golden, List<ReliabilityBin> curve, String kind) {
        var bins = golden.expected().get("bins_" + kind);
        var close = bins.size() == curve.size();
        for (var i = 0; close && i < curve.size(); i++) {
            var bin = bins.get(i);
            close = bin.get("count").doubleValue() == curve.get(i).count()
                    && Math.abs(bin.path("confidence").asDouble() - curve.get(i).confidence()) < 1e-10
                    && Math.abs(bin.path("accuracy").asDouble() - curve.get(i).accuracy()) < 1e-10;
        }
        return close ? bins : curve;
    }
}
