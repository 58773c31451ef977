package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.LabelCodes;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Counts references against predictions. Memory grows with the number of different labels and cells, not with that of
 * the observations. Not safe for use by many threads.
 */
public final class ClassificationCounts implements Metric.Accumulator<Object, Object> {

    /** Codes of the predictions that are no class; labels count from {@link #FIRST_LABEL}. */
    static final int ABSTAINED = 0;

    static final int FAILED = 1;
    static final int FIRST_LABEL = 2;

    private final ClassificationReport report;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final CellCounts cells = new CellCounts();
    private final Weights weights = new Weights();
    private @Nullable String lastReference;
    private @Nullable String lastPrediction;
    private int lastReferenceCode;
    private int lastPredictionCode;

    ClassificationCounts(ClassificationReport report) {
        this.report = report;
    }

    @Override
    public void add(Observation<?, ?, ?> observation, double weight) {
        Weights.require(weight);
        var outcome = observation.outcome();
        var reference = code(observation.reference().toString());
        var prediction = outcome instanceof Outcome.Answered<?> answered
                ? code(answered.value().toString())
                : outcome instanceof Outcome.Abstained<?> ? ABSTAINED : FAILED;
        count(reference, prediction, weight);
    }

    /**
     * Adds a pair of labels, once: the quick way for labels that come from elsewhere.
     *
     * @param reference the right label
     * @param prediction the predicted label
     */
    public void add(String reference, String prediction) {
        if (!reference.equals(lastReference)) {
            lastReferenceCode = code(reference);
            lastReference = reference;
        }
        if (!prediction.equals(lastPrediction)) {
            lastPredictionCode = code(prediction);
            lastPrediction = prediction;
        }
        count(lastReferenceCode, lastPredictionCode, 1);
    }

    private void count(int reference, int prediction, double weight) {
        if (weight > 0) {
            cells.add(reference, prediction, weight);
            weights.add(weight);
        }
    }

    private int code(String label) {
        var known = codes.get(label);
        if (known != null) {
            return known;
        }
        labels.add(label);
        codes.put(label, labels.size() - 1 + FIRST_LABEL);
        return labels.size() - 1 + FIRST_LABEL;
    }

    @Override
    public void merge(Metric.Accumulator<Object, Object> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof ClassificationCounts counts) || !counts.report.equals(report)) {
            throw new IllegalArgumentException(
                    "expected the counts of an equal classification report, found another's");
        }
        if (weight == 0) {
            return;
        }
        var mine = new int[counts.labels.size() + FIRST_LABEL];
        mine[FAILED] = FAILED;
        for (var i = 0; i < counts.labels.size(); i++) {
            mine[i + FIRST_LABEL] = code(counts.labels.get(i));
        }
        counts.cells.forEach(
                (reference, prediction, count) -> cells.add(mine[reference], mine[prediction], count * weight));
        weights.merge(counts.weights, weight);
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return new ReportValues(report, table(), weights, uncertainty).values();
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        return new ReportPoints(report, table(labels)).values(names);
    }

    /** {@return the counts as a table} */
    public ConfusionMatrix matrix() {
        return new ConfusionMatrix(table());
    }

    /** {@return the sums of weights, label by label in the order they are shown in} */
    CellTable table() {
        return table(LabelCodes.inOrder(labels)).sorted();
    }

    private CellTable table(List<String> order) {
        var shown = report.settings().shown(order);
        var places = new int[labels.size() + FIRST_LABEL];
        places[ABSTAINED] = shown.size();
        places[FAILED] = shown.size() + 1;
        for (var place = 0; place < shown.size(); place++) {
            var code = codes.get(shown.get(place));
            if (code != null) {
                places[code] = place;
            }
        }
        return CellTable.of(shown, cells, places);
    }
}
