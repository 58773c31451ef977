package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Keeps the repeats of every example, and makes a row of them when a value is asked for. */
final class RepeatsAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final RepeatsReader<O, R> reader;
    private final RowShape shape;
    private final Map<String, Map<Repeat, Seen<O, R>>> examples = new LinkedHashMap<>();

    /** Which observation of an example it is. */
    private record Repeat(int number, Outcome<?> outcome) {}

    /** An observation, and how often it counts. */
    private record Seen<O, R>(Observation<?, ? extends O, ? extends R> observation, double weight) {

        Seen<O, R> and(Seen<O, R> more) {
            return new Seen<>(observation, weight + more.weight);
        }
    }

    RepeatsAccumulator(RepeatsReader<O, R> reader, RowShape shape) {
        this.reader = reader;
        this.shape = shape;
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        if (Weights.require(weight) > 0) {
            examples.computeIfAbsent(observation.id(), id -> new LinkedHashMap<>())
                    .merge(
                            new Repeat(observation.repeat(), observation.outcome()),
                            new Seen<>(observation, weight),
                            Seen::and);
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof RepeatsAccumulator<O, R> mine)) {
            throw new IllegalArgumentException("expected an accumulator of examples, found another's");
        }
        shape.requireSame(mine.shape);
        mine.examples
                .values()
                .forEach(repeats -> repeats.values().forEach(seen -> add(seen.observation(), seen.weight() * weight)));
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return tally().values(shape, uncertainty);
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        return tally().values(shape, names);
    }

    private RowTally tally() {
        var tally = new RowTally(shape.statistics().width());
        examples.values().forEach(repeats -> {
            List<? extends Observation<?, ? extends O, ? extends R>> observations = repeats.values().stream()
                    .map(Seen::observation)
                    .sorted(Comparator.comparingInt(Observation::repeat))
                    .toList();
            var weight = repeats.values().stream().mapToDouble(Seen::weight).sum() / observations.size();
            var isFailed = observations.stream().anyMatch(one -> one.outcome() instanceof Outcome.Failed<?>);
            tally.read(row -> reader.read(observations, row), isFailed, weight);
            if (isFailed) {
                tally.readBestOfFailed(row -> reader.readBest(observations, row), weight);
            }
        });
        return tally;
    }
}
