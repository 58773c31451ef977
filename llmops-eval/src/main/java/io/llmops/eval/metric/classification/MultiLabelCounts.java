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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Counts pairs of sets of labels. Memory grows with the observations; a pair of sets is kept once. Not safe for use by
 * many threads.
 */
public final class MultiLabelCounts implements Metric.Accumulator<Collection<?>, Collection<?>> {

    private final MultiLabelReport report;
    private final LabelCodes codes = new LabelCodes();
    private final Map<LabelSets, Integer> ids = new HashMap<>();
    private final List<LabelSets> pairs = new ArrayList<>();
    private final RowTally tally = new RowTally(1);

    MultiLabelCounts(MultiLabelReport report) {
        this.report = report;
    }

    @Override
    public void add(Observation<?, ? extends Collection<?>, ? extends Collection<?>> observation, double weight) {
        Weights.require(weight);
        if (weight == 0) {
            return;
        }
        var reference = codes(observation.reference());
        var outcome = observation.outcome();
        var answer = outcome instanceof Outcome.Answered<? extends Collection<?>> answered
                ? codes(answered.value())
                : new int[0];
        var row = row(new LabelSets(reference, answer, outcome instanceof Outcome.Failed<?>));
        if (outcome instanceof Outcome.Failed<?>) {
            tally.addFailed(row, weight);
            tally.addBestOfFailed(row(new LabelSets(reference, reference, false)), weight);
        } else {
            tally.add(row, weight);
        }
    }

    private int[] codes(Collection<?> labels) {
        return labels.stream()
                .mapToInt(label -> codes.code(label.toString()))
                .distinct()
                .sorted()
                .toArray();
    }

    private double[] row(LabelSets pair) {
        return new double[] {
            ids.computeIfAbsent(pair, key -> {
                pairs.add(key);
                return pairs.size() - 1;
            })
        };
    }

    @Override
    public void merge(Metric.Accumulator<Collection<?>, Collection<?>> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MultiLabelCounts counts) || !counts.report.equals(report)) {
            throw new IllegalArgumentException("expected the counts of an equal " + report + ", found another's");
        }
        if (weight > 0) {
            var mine = codes.translate(counts.codes);
            tally.merge(
                    counts.tally.mapped(
                            1,
                            (row, into) ->
                                    into[0] = row(counts.pairs.get((int) row[0]).by(mine))[0]),
                    weight);
        }
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var labels = report.settings().shown(LabelCodes.inOrder(codes.labels()));
        var places = codes.places(labels);
        var sets = pairs.stream().map(pair -> pair.by(places)).toList();
        var order = IntStream.range(0, sets.size())
                .boxed()
                .sorted((one, two) -> sets.get(one).compareTo(sets.get(two)))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[order.length];
        for (var rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        var inOrder = tally.mapped(1, (row, into) -> into[0] = ranks[(int) row[0]]);
        var statistics = new MultiLabelStatistics(
                report, labels.size(), Arrays.stream(order).mapToObj(sets::get).toList());
        var values = new LinkedHashMap<>(inOrder.values(report.statistics(), statistics, uncertainty));
        values.putAll(new LabelValues(report, labels, statistics.computation(inOrder), inOrder.weights())
                .values(uncertainty.level()));
        return values;
    }

    /**
     * Returns how often a label was given and was right to give.
     *
     * @param label any; one that was never seen is never right and never given
     * @return a row for examples without the label and one for those with it; in each what was not given it, and what was
     */
    public double[][] counts(String label) {
        var order = new ArrayList<>(List.of(label));
        codes.labels().stream().filter(other -> !other.equals(label)).forEach(order::add);
        var places = codes.places(order);
        var counts = new double[2][2];
        tally.forEach((row, weight) -> {
            var sets = pairs.get((int) row[0]).by(places).below(1);
            counts[sets.reference().length][sets.answer().length] += weight;
        });
        return counts;
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var labels = report.settings().shown(codes.labels());
        var places = codes.places(labels);
        var statistics = new MultiLabelStatistics(
                report,
                labels.size(),
                pairs.stream().map(pair -> pair.by(places)).toList());
        var numbers = tally.numbers(report.statistics().size(), statistics);
        var byName = new HashMap<String, Double>();
        for (var i = 0; i < numbers.length; i++) {
            byName.put(report.statistics().get(i).name(), numbers[i]);
        }
        byName.putAll(new LabelValues(report, labels, statistics.computation(tally), tally.weights()).numbers());
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
