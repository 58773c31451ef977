package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Corrections;
import io.llmops.eval.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tests one metric on every slice. */
final class SliceDifferences<O, R> {

    private static final int MOST_VALUES = 30;

    private final Metric<O, R> metric;
    private final String name;
    private final Uncertainty uncertainty;

    private SliceDifferences(Metric<O, R> metric, String name, Uncertainty uncertainty) {
        this.metric = metric;
        this.name = name;
        this.uncertainty = uncertainty;
    }

    /** Returns the slices, those least likely by chance first. */
    static <O, R> List<SliceDifference> of(
            Metric<O, R> metric,
            String name,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        return new SliceDifferences<O, R>(metric, name, uncertainty).of(pairs);
    }

    private List<SliceDifference> of(List<? extends Paired<? extends O, ? extends R>> pairs) {
        var found = new ArrayList<SliceDifference>();
        for (var tag : tags(pairs)) {
            var slices = new TreeMap<String, List<Paired<? extends O, ? extends R>>>();
            for (var pair : pairs) {
                slices.computeIfAbsent(value(pair, tag), key -> new ArrayList<>())
                        .add(pair);
            }
            if (slices.size() <= MOST_VALUES) {
                slices.forEach((value, slice) -> slice(tag, value, slice).ifPresent(found::add));
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var adjusted = Corrections.holm(
                found.stream().mapToDouble(slice -> slice.test().pValue()).toArray());
        return Stream.iterate(0, i -> i < adjusted.length, i -> i + 1)
                .map(i -> found.get(i).withAdjusted(adjusted[i]))
                .sorted(Comparator.comparingDouble(slice -> slice.test().pValue()))
                .toList();
    }

    private static Set<String> tags(List<? extends Paired<?, ?>> pairs) {
        var tags = new TreeSet<String>();
        pairs.forEach(pair -> tags.addAll(pair.other().example().tags().keySet()));
        return tags;
    }

    private static String value(Paired<?, ?> pair, String tag) {
        return pair.other().example().tags().getOrDefault(tag, "");
    }

    private Optional<SliceDifference> slice(String tag, String value, List<Paired<? extends O, ? extends R>> slice) {
        var from = value(slice.stream().map(pair -> pair.baseline()));
        var to = value(slice.stream().map(pair -> pair.other()));
        if (!(from instanceof Estimate before) || !(to instanceof Estimate after)) {
            return Optional.empty();
        }
        Optional<Interval> interval =
                PairedIntervals.of(metric, List.of(name), slice, uncertainty).get(0);
        var difference = new Difference(name, from, to, Comparison.change(before, after, interval, slice.size()));
        return PairedTesting.of(metric, List.of(name), slice, uncertainty)
                .get(0)
                .test()
                .map(test -> new SliceDifference(tag, value, difference, test, test.pValue()));
    }

    private MetricValue value(Stream<? extends Observation<?, ? extends O, ? extends R>> observations) {
        var accumulator = metric.accumulator();
        observations.forEach(observation -> accumulator.add(observation, 1));
        var known = accumulator.values(uncertainty).get(name);
        return known == null ? new Undefined("no example") : known;
    }
}
