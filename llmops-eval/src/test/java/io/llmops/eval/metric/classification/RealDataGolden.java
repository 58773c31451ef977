package io.llmops.eval.metric.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.stats.McNemar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** scikit-learn's numbers of whole datasets, one label an example or many. */
public final class RealDataGolden implements GoldenChecker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FAMILIES = List.of("precision", "recall", "f1", "jaccard");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        if (golden.group().equals("classification")) {
            classification(lines(golden), checks);
        } else if (golden.group().equals("multilabel")) {
            multiLabel(lines(golden), checks);
        }
    }

    private static List<JsonNode> lines(GoldenCase golden) {
        try {
            var nodes = new ArrayList<JsonNode>();
            for (var line :
                    DatasetFiles.lines(golden.input().get("predictions_file").textValue())) {
                nodes.add(JSON.readTree(line));
            }
            return nodes;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void classification(List<JsonNode> lines, GoldenChecks checks) {
        var report = Classification.report().accumulator();
        var baselines = Classification.baselines().accumulator();
        var scores = Classification.scores(3, 5).accumulator();
        var table = new long[2][2];
        for (var line : lines) {
            var example = Example.of(
                    "e" + line.get("i"), line.get("i"), line.get("gold").asText());
            var prediction = line.get("pred").asText();
            report.add(Observation.of(example, Outcome.answered(prediction)), 1);
            baselines.add(Observation.of(example, Outcome.answered(prediction)), 1);
            var top = new TreeMap<String, Double>();
            line.get("top")
                    .forEach(pair -> top.put(pair.get(0).asText(), pair.get(1).doubleValue()));
            scores.add(Observation.of(example, Outcome.answered(new LabelScores(top))), 1);
            if (line.has("pred_b")) {
                var right = line.get("gold").equals(line.get("pred"));
                var otherRight = line.get("gold").equals(line.get("pred_b"));
                table[right ? 0 : 1][otherRight ? 0 : 1]++;
            }
        }
        var values = new HashMap<>(report.values(LabelledCase.QUICK));
        values.putAll(scores.values(LabelledCase.QUICK));
        values.putAll(baselines.values(LabelledCase.QUICK));
        checks.that(lines::size, "n");
        for (var name : List.of("accuracy", "balanced_accuracy", "mcc", "cohen_kappa")) {
            checks.that(LabelledCase.value(values, name), name);
        }
        averages(values, checks, List.of("micro", "macro", "weighted"));
        checks.that(LabelledCase.value(values, "accuracy@3"), "top3_accuracy");
        checks.that(LabelledCase.value(values, "accuracy@5"), "top5_accuracy");
        checks.that(LabelledCase.value(values, "ece"), "ece_15_equal_width");
        checks.that(LabelledCase.value(values, "baseline/majority/accuracy"), "majority_class_accuracy");
        checks.that(() -> (double) (table[0][0] + table[1][0]) / lines.size(), "accuracy_b");
        checks.that(
                () -> List.of(List.of(table[0][0], table[0][1]), List.of(table[1][0], table[1][1])), "paired_table");
        checks.that(() -> McNemar.exact(table[0][1], table[1][0]).pValue(), "mcnemar_exact_p");
    }

    private static void averages(Map<String, MetricValue> values, GoldenChecks checks, List<String> averages) {
        for (var average : averages) {
            for (var family : FAMILIES) {
                checks.that(LabelledCase.value(values, family + "/" + average), average, family);
            }
        }
    }

    private static void multiLabel(List<JsonNode> lines, GoldenChecks checks) {
        var threshold = 0.3;
        var report = Classification.multiLabel().accumulator();
        var scored = Classification.multiLabelScores().accumulator();
        for (var line : lines) {
            Collection<?> right = texts(line.get("gold"));
            var example = Example.<JsonNode, Collection<?>>of("e" + line.get("i"), line.get("i"), right);
            var scores = ScoresMulticlassGolden.scores(GoldenCase.numbers(line.get("scores")));
            var answer = scores.scores().keySet().stream()
                    .filter(label -> scores.score(label) >= threshold)
                    .toList();
            report.add(Observation.of(example, Outcome.answered(answer)), 1);
            scored.add(Observation.of(example, Outcome.answered(scores)), 1);
        }
        var values = new HashMap<>(report.values(LabelledCase.QUICK));
        values.putAll(scored.values(LabelledCase.QUICK));
        checks.that(lines::size, "n");
        checks.that(() -> threshold, "threshold");
        checks.that(LabelledCase.value(values, "subset_accuracy"), "subset_accuracy");
        checks.that(LabelledCase.value(values, "hamming_loss"), "hamming_loss");
        averages(values, checks, MultiLabelReport.AVERAGES);
        checks.that(LabelledCase.value(values, "label_ranking_average_precision"), "lrap");
        checks.that(LabelledCase.value(values, "label_ranking_loss"), "ranking_loss");
        checks.that(LabelledCase.value(values, "roc_auc/labels/macro"), "roc_auc_macro");
        checks.that(LabelledCase.value(values, "roc_auc/labels/micro"), "roc_auc_micro");
        checks.that(LabelledCase.value(values, "average_precision/labels/macro"), "average_precision_macro");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
