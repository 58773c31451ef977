package io.llmops.eval.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The values of several metrics, one after the other. */
record JoinedMetric<O, R>(List<Metric<O, R>> parts) implements Metric<O, R> {

    JoinedMetric {
        parts = List.copyOf(parts);
        Metric.requireDifferentNames(parts);
    }

    @Override
    public List<MetricDescription> describe() {
        return parts.stream().flatMap(part -> part.describe().stream()).toList();
    }

    @Override
    public Accumulator<O, R> accumulator() {
        return new Joined<>(parts, parts.stream().map(Metric::accumulator).toList());
    }

    @Override
    public Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return parts.stream().map(part -> part.cell(observation)).toList();
    }

    @Override
    public boolean isMean(String name) {
        return Metric.having(name, parts).filter(part -> part.isMean(name)).isPresent();
    }

    @Override
    public boolean isOverExamples() {
        return parts.stream().allMatch(Metric::isOverExamples);
    }

    private static int partOf(List<? extends Metric<?, ?>> parts, String name) {
        return Metric.having(name, parts).map(parts::indexOf).orElse(-1);
    }

    private record Joined<O, R>(List<Metric<O, R>> metrics, List<Accumulator<O, R>> parts)
            implements Accumulator<O, R> {

        @Override
        public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
            parts.forEach(part -> part.add(observation, weight));
        }

        @Override
        public void merge(Accumulator<O, R> other, double weight) {
            if (!(other instanceof Joined<O, R> joined) || joined.parts.size() != parts.size()) {
                throw new IllegalArgumentException("expected an accumulator of as many metrics, found another's");
            }
            for (var i = 0; i < parts.size(); i++) {
                parts.get(i).merge(joined.parts.get(i), weight);
            }
        }

        @Override
        public Map<String, MetricValue> values(Uncertainty uncertainty) {
            var values = new LinkedHashMap<String, MetricValue>();
            parts.forEach(part -> values.putAll(part.values(uncertainty)));
            return values;
        }

        @Override
        public OptionalDouble value(String name) {
            return values(List.of(name)).get(0);
        }

        /** Asks every part once. */
        @Override
        public List<OptionalDouble> values(List<String> names) {
            var found = new ArrayList<OptionalDouble>(Collections.nCopies(names.size(), OptionalDouble.empty()));
            for (var part = 0; part < parts.size(); part++) {
                var wanted = part;
                var places = IntStream.range(0, names.size())
                        .filter(place -> partOf(metrics, names.get(place)) == wanted)
                        .toArray();
                if (places.length > 0) {
                    var values = parts.get(part)
                            .values(IntStream.of(places).mapToObj(names::get).toList());
                    for (var i = 0; i < places.length; i++) {
                        found.set(places[i], values.get(i));
                    }
                }
            }
            return found;
        }
    }
}
