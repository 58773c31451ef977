package io.llmops.eval.metric.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** scikit-learn's numbers of many labels, from indicator matrices. */
public final class MultiLabelGolden implements GoldenChecker {

    private static final List<String> FAMILIES = List.of("precision", "recall", "f1", "f2", "jaccard");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var columns = golden.input().get("y_true").get(0).size();
        var labels = IntStream.range(0, columns).mapToObj(Integer::toString).toList();
        var report = Classification.multiLabel().withBetas(1, 2).withLabels(labels);
        for (var zero : List.of(0, 1)) {
            var rule = "zero_division_" + zero;
            var values = values(golden, report.withZeroDivision(zero == 0 ? ZeroDivision.ZERO : ZeroDivision.ONE));
            for (var family : FAMILIES) {
                for (var average : MultiLabelReport.AVERAGES) {
                    checks.that(LabelledCase.value(values, family + "/" + average), rule, average, family);
                }
                checks.that(() -> perLabel(values, labels, family), rule, "per_label", family);
            }
            checks.that(() -> support(values, labels), rule, "per_label", "support");
            checks.that(LabelledCase.value(values, "subset_accuracy"), "subset_accuracy");
            checks.that(LabelledCase.value(values, "hamming_loss"), "hamming_loss");
        }
    }

    private static Map<String, MetricValue> values(GoldenCase golden, MultiLabelReport report) {
        var counts = report.accumulator();
        var references = golden.input().get("y_true");
        var answers = golden.input().get("y_pred");
        var weights = golden.input().get("sample_weight");
        for (var i = 0; i < references.size(); i++) {
            Observation<Integer, Collection<?>, Collection<?>> observation = Observation.of(
                    Example.of("e" + i, i, set(references.get(i))), Outcome.answered(set(answers.get(i))));
            counts.add(observation, weights.isArray() ? weights.get(i).doubleValue() : 1);
        }
        return counts.values(LabelledCase.QUICK);
    }

    private static Collection<?> set(JsonNode indicators) {
        return IntStream.range(0, indicators.size())
                .filter(label -> indicators.get(label).intValue() == 1)
                .boxed()
                .toList();
    }

    private static double[] perLabel(Map<String, MetricValue> values, List<String> labels, String family)
            throws Exception {
        var numbers = new double[labels.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] =
                    LabelledCase.value(values, family + "/" + labels.get(i)).call();
        }
        return numbers;
    }

    private static double[] support(Map<String, MetricValue> values, List<String> labels) {
        return labels.stream()
                .mapToDouble(
                        label -> values.get("recall/" + label).match(estimate -> (double) estimate.n(), reason -> 0.0))
                .toArray();
    }
}
