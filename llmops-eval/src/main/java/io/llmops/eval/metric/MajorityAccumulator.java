package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps the repeats of each example, and counts their votes when a value is asked for. */
final class MajorityAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final MajorityMetric<O, R> majority;
    private final Map<String, List<Vote<O, R>>> examples = new LinkedHashMap<>();

    MajorityAccumulator(MajorityMetric<O, R> majority) {
        this.majority = majority;
    }

    /** A repeat and how often it counts. */
    private record Vote<O, R>(Observation<?, ? extends O, ? extends R> repeat, double weight) {}

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        if (Weights.require(weight) > 0) {
            examples.computeIfAbsent(observation.id(), id -> new ArrayList<>()).add(new Vote<>(observation, weight));
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MajorityAccumulator<O, R> mine)
                || !mine.majority.describe().equals(majority.describe())) {
            throw new IllegalArgumentException("expected an accumulator of " + majority + ", found another's");
        }
        mine.examples.values().forEach(votes -> votes.forEach(vote -> add(vote.repeat(), vote.weight() * weight)));
    }

    /** Adds one observation an example; it counts as its repeats do on average. */
    private Metric.Accumulator<O, R> counted() {
        var counted = majority.metric().accumulator();
        for (var votes : examples.values()) {
            var ordered = votes.stream()
                    .sorted(Comparator.comparingInt(vote -> vote.repeat().repeat()))
                    .toList();
            var repeats = votes.stream()
                    .mapToInt(vote -> vote.repeat().repeat())
                    .distinct()
                    .count();
            var weight = votes.stream().mapToDouble(Vote::weight).sum();
            counted.add(chosen(ordered), weight / repeats);
        }
        return counted;
    }

    private static <O, R> Observation<?, ? extends O, ? extends R> chosen(List<Vote<O, R>> votes) {
        var weights = new LinkedHashMap<Object, Double>();
        for (var vote : votes) {
            if (vote.repeat().outcome() instanceof Outcome.Answered<? extends O> answered) {
                weights.merge(answered.value(), vote.weight(), Double::sum);
            }
        }
        var chosen = votes.get(0);
        var most = 0.0;
        for (var vote : votes) {
            if (vote.repeat().outcome() instanceof Outcome.Answered<? extends O> answered
                    && weights.getOrDefault(answered.value(), 0.0) > most) {
                most = weights.getOrDefault(answered.value(), 0.0);
                chosen = vote;
            }
        }
        return chosen.repeat();
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        var values = new LinkedHashMap<String, MetricValue>();
        counted().values(uncertainty).forEach((name, value) -> values.put(MajorityMetric.PREFIX + name, value));
        return values;
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var counted = counted();
        return names.stream()
                .map(name -> name.startsWith(MajorityMetric.PREFIX)
                        ? counted.value(name.substring(MajorityMetric.PREFIX.length()))
                        : OptionalDouble.empty())
                .toList();
    }
}
