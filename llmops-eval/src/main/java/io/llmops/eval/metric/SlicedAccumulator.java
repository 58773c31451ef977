package io.llmops.eval.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** An accumulator for each slice. */
final class SlicedAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private static final int MOST_SLICES = 1_000;

    private final SlicedMetric<O, R> sliced;
    private final Map<String, Metric.Accumulator<O, R>> slices = new TreeMap<>();

    SlicedAccumulator(SlicedMetric<O, R> sliced) {
        this.sliced = sliced;
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        slice(sliced.slice(observation)).add(observation, weight);
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        if (!(other instanceof SlicedAccumulator<O, R> mine)
                || !mine.sliced.tag().equals(sliced.tag())) {
            throw new IllegalArgumentException("expected an accumulator of " + sliced + ", found another's");
        }
        mine.slices.forEach((slice, accumulator) -> slice(slice).merge(accumulator, weight));
    }

    private Metric.Accumulator<O, R> slice(String value) {
        var known = slices.get(value);
        if (known != null) {
            return known;
        }
        if (slices.size() == MOST_SLICES) {
            throw new IllegalArgumentException("expected a tag of at most " + MOST_SLICES + " values, found more of '"
                    + sliced.tag() + "'; a slice is a group of examples");
        }
        var added = sliced.metric().accumulator();
        slices.put(value, added);
        return added;
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var values = new LinkedHashMap<String, MetricValue>();
        var known = slices.isEmpty() ? Map.of("", sliced.metric().accumulator()) : slices;
        known.forEach((slice, accumulator) -> accumulator
                .values(uncertainty)
                .forEach((name, value) -> values.put(name + sliced.suffix(slice), value)));
        return values;
    }

    @Override
    public OptionalDouble value(String name) {
        return slices.entrySet().stream()
                .filter(slice -> name.endsWith(sliced.suffix(slice.getKey())))
                .map(slice -> slice.getValue()
                        .value(name.substring(
                                0, name.length() - sliced.suffix(slice.getKey()).length())))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
