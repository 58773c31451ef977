package io.llmops.eval.metric.preference;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.metric.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Keeps the repeats of each example, and counts their votes when a value is asked for. */
final class MajorityAccumulator<O, R> implements Metric.Accumulator<O, R> {

    private final MajorityMetric<O, R> majority;
    private final Map<String, Ballot<O, R>> examples = new LinkedHashMap<>();

    MajorityAccumulator(MajorityMetric<O, R> majority) {
        this.majority = majority;
    }

    /** A repeat and how often it counts. */
    private record Vote<O, R>(Observation<?, ? extends O, ? extends R> repeat, double weight) {

        Vote<O, R> times(double factor) {
            return new Vote<>(repeat, weight * factor);
        }
    }

    /** The votes of an example, which one was chosen, and how often it counts: as its repeats do on average. */
    private record Ballot<O, R>(
            List<Vote<O, R>> votes, Observation<?, ? extends O, ? extends R> chosen, double weight) {

        static <O, R> Ballot<O, R> of(List<Vote<O, R>> votes) {
            var ordered = votes.stream()
                    .sorted(Comparator.comparingInt(vote -> vote.repeat().repeat()))
                    .toList();
            var repeats = ordered.stream()
                    .mapToInt(vote -> vote.repeat().repeat())
                    .distinct()
                    .count();
            var weight = ordered.stream().mapToDouble(Vote::weight).sum();
            return new Ballot<>(ordered, mostVoted(ordered), weight / repeats);
        }

        Ballot<O, R> with(Ballot<O, R> more) {
            var all = new ArrayList<>(votes);
            all.addAll(more.votes);
            return of(all);
        }

        Ballot<O, R> times(double factor) {
            return factor == 1
                    ? this
                    : new Ballot<>(
                            votes.stream().map(vote -> vote.times(factor)).toList(), chosen, weight * factor);
        }
    }

    @Override
    public void add(Observation<?, ? extends O, ? extends R> observation, double weight) {
        if (Weights.require(weight) > 0) {
            put(observation.id(), Ballot.of(List.of(new Vote<>(observation, weight))));
        }
    }

    private void put(String id, Ballot<O, R> ballot) {
        var known = examples.get(id);
        examples.put(id, known == null ? ballot : known.with(ballot));
    }

    @Override
    public void merge(Metric.Accumulator<O, R> other, double weight) {
        Weights.require(weight);
        if (!(other instanceof MajorityAccumulator<O, R> mine)
                || !mine.majority.metric().describe().equals(majority.metric().describe())) {
            throw new IllegalArgumentException("expected an accumulator of " + majority + ", found another's");
        }
        if (weight > 0) {
            mine.examples.forEach((id, ballot) -> put(id, ballot.times(weight)));
        }
    }

    /** Adds one observation an example. */
    private Metric.Accumulator<O, R> counted() {
        var counted = majority.metric().accumulator();
        examples.values().forEach(ballot -> counted.add(ballot.chosen(), ballot.weight()));
        return counted;
    }

    private static <O, R> Observation<?, ? extends O, ? extends R> mostVoted(List<Vote<O, R>> votes) {
        var weights = new HashMap<Object, Double>();
        for (var vote : votes) {
            answer(vote).ifPresent(answer -> weights.merge(answer, vote.weight(), Double::sum));
        }
        var chosen = votes.get(0);
        var most = 0.0;
        for (var vote : votes) {
            var weight = answer(vote).map(weights::get).orElse(0.0);
            if (weight > most) {
                most = weight;
                chosen = vote;
            }
        }
        return chosen.repeat();
    }

    private static <O> Optional<Object> answer(Vote<O, ?> vote) {
        return vote.repeat().outcome() instanceof Outcome.Answered<? extends O> answered
                ? Optional.of(answered.value())
                : Optional.empty();
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
        // a name without the prefix is of no value here, and is asked for as one that nobody has
        return counted()
                .values(names.stream()
                        .map(name -> name.startsWith(MajorityMetric.PREFIX)
                                ? name.substring(MajorityMetric.PREFIX.length())
                                : "")
                        .toList());
    }
}
