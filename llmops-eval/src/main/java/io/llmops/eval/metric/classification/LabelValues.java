package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of each label of a multi-label report. */
record LabelValues(MultiLabelReport report, List<String> labels, LabelTotals totals, Weights weights) {

    Map<String, MetricValue> values(double level) {
        var values = new LinkedHashMap<String, MetricValue>();
        for (var label = 0; label < report.settings().included(labels.size()); label++) {
            for (var family : report.families()) {
                values.put(
                        MetricDescription.named(family.name(), labels.get(label)),
                        totals.all() == 0
                                ? new MetricValue.Undefined("no observations")
                                : family.estimate(
                                        totals.of(label),
                                        family.reach(totals.of(label), totals.failed(), totals.failedOf(label)),
                                        new IntervalScale(weights.scale(), level),
                                        report.settings()));
            }
        }
        return values;
    }

    Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        for (var label = 0; label < report.settings().included(labels.size()); label++) {
            for (var family : report.families()) {
                numbers.put(
                        MetricDescription.named(family.name(), labels.get(label)),
                        totals.all() == 0
                                ? Double.NaN
                                : report.settings().byRule(totals.of(label).value(family)));
            }
        }
        return numbers;
    }
}
