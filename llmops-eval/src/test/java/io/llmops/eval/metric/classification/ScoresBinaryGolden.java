package io.llmops.eval.metric.classification;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** scikit-learn's numbers of scores of one label. */
public final class ScoresBinaryGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var truth = golden.numbers("y_true");
        var scores = golden.numbers("y_score");
        var yes = new boolean[truth.length];
        for (var i = 0; i < yes.length; i++) {
            yes[i] = truth[i] == 1;
        }
        var weights =
                golden.input().get("sample_weight").isArray() ? golden.numbers("sample_weight") : ones(yes.length);
        var binary = BinaryScores.of(scores, yes, weights);
        var values = values(scores, truth, weights);
        checks.that(LabelledCase.value(values, "roc_auc"), "roc_auc");
        checks.that(binary::rocAuc, "roc_auc");
        checks.that(() -> binary.partialRocAuc(0.1), "roc_auc_max_fpr_0.1");
        checks.that(() -> binary.partialRocAuc(0.3), "roc_auc_max_fpr_0.3");
        checks.that(LabelledCase.value(values, "average_precision"), "average_precision");
        checks.that(LabelledCase.value(values, "log_loss"), "log_loss_eps_1e-15");
        checks.that(LabelledCase.value(values, "brier"), "brier");

        var curve = new ArrayList<>(binary.curve());
        checks.that(() -> numbers(curve, OperatingPoint::falsePositiveRate), "roc_curve", "fpr");
        checks.that(() -> numbers(curve, OperatingPoint::recall), "roc_curve", "tpr");
        var backwards = new ArrayList<>(curve);
        Collections.reverse(backwards);
        checks.that(() -> numbers(backwards, OperatingPoint::precision), "pr_curve", "precision");
        checks.that(() -> numbers(backwards, OperatingPoint::recall), "pr_curve", "recall");
        checks.that(
                () -> numbers(backwards.subList(0, curve.size() - 1), OperatingPoint::threshold),
                "pr_curve",
                "thresholds");
        checks.that(() -> trapezoid(curve), "pr_auc_trapezoid");
        checks.that(
                () -> filled(binary.calibration().widthBins(5), ReliabilityBin::accuracy),
                "calibration_curve_5_uniform",
                "prob_true");
        checks.that(
                () -> filled(binary.calibration().widthBins(5), ReliabilityBin::confidence),
                "calibration_curve_5_uniform",
                "prob_pred");
        checks.that(
                () -> filled(binary.calibration().quantileBins(5), ReliabilityBin::accuracy),
                "calibration_curve_5_quantile",
                "prob_true");
        checks.that(
                () -> filled(binary.calibration().quantileBins(5), ReliabilityBin::confidence),
                "calibration_curve_5_quantile",
                "prob_pred");
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Map<String, MetricValue> values(double[] scores, double[] truth, double[] weights) {
        var tally = Classification.binaryScores("1").accumulator();
        for (var i = 0; i < scores.length; i++) {
            tally.add(
                    Observation.of(Example.of("e" + i, i, (int) truth[i]), Outcome.answered((Object) scores[i])),
                    weights[i]);
        }
        return tally.values(LabelledCase.QUICK);
    }

    private static double[] numbers(List<OperatingPoint> points, ToDoubleFunction<OperatingPoint> of) {
        return points.stream().mapToDouble(of).toArray();
    }

    private static double[] filled(List<ReliabilityBin> bins, ToDoubleFunction<ReliabilityBin> of) {
        return bins.stream().filter(bin -> bin.count() > 0).mapToDouble(of).toArray();
    }

    private static double trapezoid(List<OperatingPoint> curve) {
        return IntStream.range(1, curve.size())
                .mapToDouble(i -> (curve.get(i).recall() - curve.get(i - 1).recall())
                        * (curve.get(i).precision() + curve.get(i - 1).precision())
                        / 2)
                .sum();
    }
}
