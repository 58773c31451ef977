package io.llmops.eval.metric.classification;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.ZeroDivision;
import java.util.List;
import java.util.Map;

/** scikit-learn's numbers of one class against the rest. */
public final class BinaryGolden implements GoldenChecker {

    private static final Map<String, String> FAMILIES = Map.of(
            "jaccard",
            "jaccard",
            "precision",
            "precision",
            "recall",
            "recall",
            "f1",
            "f1",
            "f0.25",
            "f0.25",
            "f0.5",
            "f0.5",
            "f2",
            "f2",
            "f3",
            "f3");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var labelled = new LabelledCase(golden);
        var positive = golden.input().get("pos_label").asText();
        var report = Classification.report().withBetas(1, 0.25, 0.5, 2, 3).withDetails();
        var one = report.withLabels(List.of(positive));
        for (var zero : List.of(0, 1)) {
            var values = labelled.counts(one.withZeroDivision(zero == 0 ? ZeroDivision.ZERO : ZeroDivision.ONE))
                    .values(LabelledCase.QUICK);
            FAMILIES.forEach((theirs, ours) -> checks.that(
                    LabelledCase.value(values, MetricDescription.named(ours, positive)),
                    "zero_division_" + zero,
                    theirs));
        }
        var counts = labelled.counts(report.withZeroDivision(ZeroDivision.ZERO));
        Map<String, MetricValue> values = counts.values(LabelledCase.QUICK);
        checks.that(LabelledCase.value(values, "accuracy"), "accuracy");
        checks.that(LabelledCase.value(values, "balanced_accuracy"), "balanced_accuracy");
        checks.that(LabelledCase.value(values, "mcc"), "mcc");
        checks.that(LabelledCase.value(values, "cohen_kappa"), "cohen_kappa");
        checks.that(LabelledCase.value(values, "specificity/" + positive), "specificity");
        checks.that(LabelledCase.value(values, "likelihood_ratio_positive/" + positive), "likelihood_ratio_positive");
        checks.that(LabelledCase.value(values, "likelihood_ratio_negative/" + positive), "likelihood_ratio_negative");
        var matrix = counts.matrix();
        var negative = matrix.labels().stream()
                .filter(label -> !label.equals(positive))
                .findFirst();
        checks.that(() -> matrix.count(positive, positive), "tp");
        checks.that(() -> negative.map(label -> matrix.count(label, positive)).orElse(0.0), "fp");
        checks.that(() -> negative.map(label -> matrix.count(positive, label)).orElse(0.0), "fn");
        checks.that(() -> negative.map(label -> matrix.count(label, label)).orElse(0.0), "tn");
    }
}
