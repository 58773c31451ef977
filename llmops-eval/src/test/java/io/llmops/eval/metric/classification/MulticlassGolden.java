package io.llmops.eval.metric.classification;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.ZeroDivision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** scikit-learn's numbers of several classes, from label arrays. */
public final class MulticlassGolden implements GoldenChecker {

    private static final Map<String, String> FAMILIES = Map.of(
            "jaccard", "jaccard", "precision", "precision", "recall", "recall", "f1", "f1", "f0_5", "f0.5", "f2", "f2");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var labelled = new LabelledCase(golden);
        var wanted = golden.input().get("labels");
        var report = Classification.report()
                .withBetas(1, 0.5, 2)
                .withDetails()
                .withLabels(wanted.isArray() ? LabelledCase.texts(wanted) : List.of());
        var counts = labelled.counts(report);
        var shown =
                wanted.isArray() ? LabelledCase.texts(wanted) : counts.matrix().labels();

        checks.that(() -> orderOf(golden, shown), "label_order");

        var zeros = counts(labelled, report, ZeroDivision.ZERO);
        checks.that(LabelledCase.value(zeros, "accuracy"), "accuracy");
        checks.that(LabelledCase.value(zeros, "balanced_accuracy"), "balanced_accuracy");
        checks.that(LabelledCase.value(zeros, "mcc"), "mcc");
        checks.that(LabelledCase.value(zeros, "cohen_kappa"), "cohen_kappa");
        if (!golden.expected().get("balanced_accuracy_adjusted").asText().equals("-Infinity")) {
            checks.that(LabelledCase.value(zeros, "balanced_accuracy_adjusted"), "balanced_accuracy_adjusted");
        }
        checks.that(LabelledCase.value(zeros, "zero_one_loss"), "zero_one_loss");
        checks.that(LabelledCase.value(zeros, "zero_one_loss"), "hamming_loss");
        var ordered = counts(labelled, report.withLabels(shown), ZeroDivision.ZERO);
        checks.that(LabelledCase.value(ordered, "cohen_kappa_linear"), "cohen_kappa_linear");
        checks.that(LabelledCase.value(ordered, "cohen_kappa_quadratic"), "cohen_kappa_quadratic");
        averages(checks, zeros, shown, "zero_division_0");
        averages(checks, counts(labelled, report, ZeroDivision.ONE), shown, "zero_division_1");

        for (var rule : List.of("zero_division_0", "zero_division_1")) {
            checks.that(() -> support(counts.matrix(), shown), rule, "per_label", "support");
        }
        var matrix = counts.matrix().withLabels(shown);
        checks.that(() -> rows(matrix.counts()), "confusion_matrix");
        checks.that(
                () -> rows(matrix.normalized(ConfusionMatrix.Normalization.REFERENCE)),
                "confusion_matrix_normalized_true");
        checks.that(
                () -> rows(matrix.normalized(ConfusionMatrix.Normalization.PREDICTION)),
                "confusion_matrix_normalized_pred");
        checks.that(
                () -> rows(matrix.normalized(ConfusionMatrix.Normalization.ALL)), "confusion_matrix_normalized_all");
    }

    private static Map<String, MetricValue> counts(
            LabelledCase labelled, ClassificationReport report, ZeroDivision zero) {
        return labelled.counts(report.withZeroDivision(zero)).values(LabelledCase.QUICK);
    }

    /** The labels are numbers in some cases: compared as such. */
    private static List<?> orderOf(GoldenCase golden, List<String> shown) {
        var first = golden.expected().get("label_order").get(0);
        return first != null && first.isNumber()
                ? shown.stream().map(Integer::valueOf).toList()
                : shown;
    }

    private static void averages(
            GoldenChecks checks, Map<String, MetricValue> values, List<String> labels, String rule) {
        FAMILIES.forEach((theirs, ours) -> {
            for (var average : List.of("micro", "macro", "weighted")) {
                checks.that(LabelledCase.value(values, ours + "/" + average), rule, average, theirs);
            }
            checks.that(() -> perLabel(values, labels, ours), rule, "per_label", theirs);
        });
    }

    private static double[] perLabel(Map<String, MetricValue> values, List<String> labels, String family)
            throws Exception {
        var numbers = new double[labels.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = LabelledCase.value(values, MetricDescription.named(family, labels.get(i)))
                    .call();
        }
        return numbers;
    }

    private static double[] support(ConfusionMatrix matrix, List<String> labels) {
        return labels.stream()
                .mapToDouble(label -> matrix.labels().contains(label) ? matrix.support(label) : 0)
                .toArray();
    }

    private static List<double[]> rows(double[][] counts) {
        return Arrays.stream(counts)
                .map(row -> Arrays.copyOf(row, row.length - 2))
                .toList();
    }
}
