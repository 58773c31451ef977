package io.llmops.eval.metric;

import io.llmops.core.pipeline.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a {@link MatchReport} has gathered: the tally of each observation. Not safe for use by many threads.
 *
 * @param <O> the type of the answers it takes
 * @param <R> the type of the references it takes
 */
public final class MatchAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final MatchReport<O, R> report;
    private final List<Part> parts = new ArrayList<>();
    private final Weights weights = new Weights();

    /** A tally, how much it counts, and how many observations it stands for. */
    record Part(MatchTally tally, boolean failed, double weight) {}

    MatchAccumulator(MatchReport<O, R> report) {
        this.report = report;
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        if (Weights.require(weight) > 0) {
            var failed = observation.outcome() instanceof Outcome.Failed<?>;
            parts.add(new Part(report.read(observation), failed, weight));
            weights.add(weight);
        }
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MatchAccumulator<O, R> mine)
                || !mine.report.toString().equals(report.toString())) {
            throw new IllegalArgumentException("expected an accumulator of an " + report + ", found another's");
        }
        if (weight > 0) {
            mine.parts.forEach(part -> parts.add(new Part(part.tally(), part.failed(), part.weight() * weight)));
            weights.merge(mine.weights, weight);
        }
    }

    /** {@return how many things of each label were answered, are in the references, and match} */
    public MatchTally totals() {
        var totals = new MatchTally();
        parts.forEach(part -> totals.add(part.tally(), part.weight()));
        return totals;
    }

    @Override
    public Map<String, MetricValue> values(Uncertainty uncertainty) {
        return new MatchValues(report, parts, weights, uncertainty.level()).values();
    }

    @Override
    public OptionalDouble value(String name) {
        return values(List.of(name)).get(0);
    }

    @Override
    public List<OptionalDouble> values(List<String> names) {
        var totals = totals();
        var statistics = new MatchStatistics(report, List.copyOf(totals.labels()));
        var numbers = statistics.numbers(totals, parts.isEmpty());
        var byName = new LinkedHashMap<String, Double>();
        statistics.names().forEach(name -> byName.put(name, numbers[byName.size()]));
        return names.stream()
                .map(name -> byName.getOrDefault(name, Double.NaN))
                .map(number -> number.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(number))
                .toList();
    }
}
