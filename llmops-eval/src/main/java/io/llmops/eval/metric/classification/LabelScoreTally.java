package io.llmops.eval.metric.classification;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.LabelCodes;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowTally;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps scored rows until all labels are known. */
final class LabelScoreTally<R> implements Metric.Accumulator<LabelScores, R> {

    private final LabelScoreMetric<R> metric;
    private final LabelCodes codes = new LabelCodes();
    private final List<ScoredRow> rows = new ArrayList<>();
    private final RowTally tally = new RowTally(1);

    LabelScoreTally(LabelScoreMetric<R> metric) {
        this.metric = metric;
    }

    @Override
    public void add(Observation<?, ? extends LabelScores, ? extends R> observation, double weight) {
        Weights.require(weight);
        if (weight == 0) {
            return;
        }
        if (observation.outcome() instanceof Outcome.Answered<? extends LabelScores> answered) {
            tally.add(row(scored(answered.value(), observation.reference())), weight);
        } else {
            tally.exclude(weight);
            if (observation.outcome() instanceof Outcome.Failed<?>) {
                tally.addUnknownFailure();
            }
        }
    }

    private ScoredRow scored(LabelScores answer, R reference) {
        return new ScoredRow(
                answer.scores().keySet().stream().mapToInt(codes::code).toArray(),
                answer.scores().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                metric.labelsOf(reference).stream()
                        .mapToInt(label -> codes.code(label.toString()))
                        .distinct()
                        .toArray());
    }

    private double[] row(ScoredRow row) {
        rows.add(row);
        return new double[] {rows.size() - 1};
    }

    @Override
    public void merge(Metric.Accumulator<LabelScores, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof LabelScoreTally<R> mine)
                || !mine.metric.describe().equals(metric.describe())) {
            throw new IllegalArgumentException("expected an accumulator of " + metric + ", found another's");
        }
        if (weight > 0) {
            var translated = codes.translate(mine.codes);
            tally.merge(
                    mine.tally.mapped(
                            1,
                            (row, into) ->
                                    into[0] = row(mine.rows.get((int) row[0]).by(translated))[0]),
                    weight);
        }
    }

    /** Returns the tally of whole rows: the scores of all labels in their order, and the truths. */
    private RowTally whole() {
        var places = codes.places(LabelCodes.inOrder(codes.labels()));
        return tally.mapped(
                2 * places.length, (row, into) -> rows.get((int) row[0]).write(places, places.length, into));
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var labels = codes.labels().size();
        return whole().values(metric.describe(), metric.family().statistics().apply(labels), uncertainty);
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var labels = codes.labels().size();
        var numbers = whole().numbers(
                        metric.describe().size(), metric.family().statistics().apply(labels));
        var byName = new HashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(metric.describe().get(i).name(), numbers[i]);
        }
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
