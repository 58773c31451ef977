package io.llmops.eval.metric.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.ZeroDivision;
import java.util.Arrays;
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
        var counts = counts(golden, report);
        for (var zero : List.of(0, 1)) {
            var rule = "zero_division_" + zero;
            var values = values(golden, report.withZeroDivision(zero == 0 ? ZeroDivision.ZERO : ZeroDivision.ONE));
            for (var family : FAMILIES) {
                for (var average : MultiLabelReport.AVERAGES) {
                    checks.that(LabelledCase.value(values, family + "/" + average), rule, average, family);
                }
                checks.that(() -> perLabel(values, labels, family), rule, "per_label", family);
            }
            checks.that(() -> support(counts, labels), rule, "per_label", "support");
            checks.that(LabelledCase.value(values, "subset_accuracy"), "subset_accuracy");
            checks.that(LabelledCase.value(values, "hamming_loss"), "hamming_loss");
        }
        checks.that(
                () -> labels.stream()
                        .map(label -> Arrays.asList(counts.counts(label)))
                        .toList(),
                "multilabel_confusion_matrix");
        if (golden.input().get("y_score").isArray()) {
            scores(golden, checks);
        }
    }

    private static void scores(GoldenCase golden, GoldenChecks checks) {
        var tally = Classification.multiLabelScores().accumulator();
        var references = golden.input().get("y_true");
        var weights = golden.input().get("sample_weight");
        for (var i = 0; i < references.size(); i++) {
            Observation<Integer, LabelScores, Collection<?>> observation = Observation.of(
                    Example.of("e" + i, i, set(references.get(i))),
                    Outcome.answered(ScoresMulticlassGolden.scores(
                            GoldenCase.numbers(golden.input().get("y_score").get(i)))));
            tally.add(observation, weights.isArray() ? weights.get(i).doubleValue() : 1);
        }
        var values = tally.values(LabelledCase.QUICK);
        for (var name : List.of("label_ranking_average_precision", "coverage_error", "label_ranking_loss")) {
            checks.that(LabelledCase.value(values, name), name);
        }
        for (var average : List.of("macro", "micro", "weighted")) {
            checks.that(LabelledCase.value(values, "roc_auc/labels/" + average), "roc_auc_" + average);
        }
        if (golden.expected().get("average_precision_macro").isNumber()) {
            checks.that(LabelledCase.value(values, "average_precision/labels/macro"), "average_precision_macro");
        }
        checks.that(LabelledCase.value(values, "average_precision/labels/micro"), "average_precision_micro");
    }

    private static Map<String, MetricValue> values(GoldenCase golden, MultiLabelReport report) {
        return counts(golden, report).values(LabelledCase.QUICK);
    }

    private static MultiLabelCounts counts(GoldenCase golden, MultiLabelReport report) {
        var counts = report.accumulator();
        var references = golden.input().get("y_true");
        var answers = golden.input().get("y_pred");
        var weights = golden.input().get("sample_weight");
        for (var i = 0; i < references.size(); i++) {
            Observation<Integer, Collection<?>, Collection<?>> observation = Observation.of(
                    Example.of("e" + i, i, set(references.get(i))), Outcome.answered(set(answers.get(i))));
            counts.add(observation, weights.isArray() ? weights.get(i).doubleValue() : 1);
        }
        return counts;
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

    private static double[] support(MultiLabelCounts counts, List<String> labels) {
        return labels.stream()
                .mapToDouble(label -> counts.counts(label)[1][0] + counts.counts(label)[1][1])
                .toArray();
    }
}
