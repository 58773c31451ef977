package io.llmops.eval.metric.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** A golden case of two arrays of labels, and perhaps weights, as our metric takes it. */
record LabelledCase(GoldenCase golden) {

    static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(100);

    ClassificationCounts counts(ClassificationReport report) {
        var counts = report.accumulator();
        var references = golden.input().get("y_true");
        var predictions = golden.input().get("y_pred");
        var weights = golden.input().path("sample_weight");
        for (var i = 0; i < references.size(); i++) {
            counts.add(
                    Observation.of(
                            Example.of("e" + i, i, references.get(i).asText()),
                            Outcome.answered(predictions.get(i).asText())),
                    weights.isArray() ? weights.get(i).doubleValue() : 1);
        }
        return counts;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns the value of a name; NaN stands for undefined, as in the files. */
    static Callable<Double> value(Map<String, MetricValue> values, String name) {
        return () -> {
            if (!values.containsKey(name)) {
                throw new NoSuchElementException(name);
            }
            return values.get(name).<Double>match(MetricValue.Estimate::value, reason -> {
                throw new IllegalStateException(reason);
            });
        };
    }
}
