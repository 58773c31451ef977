package io.llmops.eval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.OutcomeShares;
import io.llmops.eval.run.DatasetIdentity;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Provenance;
import io.llmops.eval.run.StoppingRule;
import io.llmops.eval.run.Timing;
import io.llmops.eval.run.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * In which order examples are visited, and when that is enough. Observations come as they are finished and are put to the
 * rule in the order of the visits, so that it stops at the same one at any concurrency. Not safe for use by many threads, but for {@link #mayBegin}.
 */
final class Visits<I, O, R> {

    /** How far ahead of the one that is looked at others may be begun, in parts of the concurrency. */
    private static final int AHEAD = 2;

    private final Dataset<I, R> dataset;
    private final Dataset<I, R> visited;
    private final Predicate<Observation<?, O, R>> rule;
    private final Map<Long, Observation<I, O, R>> waiting = new HashMap<>();
    private final boolean mayStop;
    private volatile long looked;
    private boolean enough;

    private Visits(
            Dataset<I, R> dataset, Dataset<I, R> visited, Predicate<Observation<?, O, R>> rule, boolean mayStop) {
        this.dataset = dataset;
        this.visited = visited;
        this.rule = rule;
        this.mayStop = mayStop;
    }

    /** Returns visits to all examples in their order. */
    static <I, O, R> Visits<I, O, R> all(Dataset<I, R> dataset) {
        return new Visits<>(dataset, dataset, observation -> false, false);
    }

    /** Returns visits in random order until a rule has enough. */
    static <I, O, R> Visits<I, O, R> until(StoppingRule<O, R> rule, Visit<O, R> visit, Dataset<I, R> dataset) {
        var metrics = new ArrayList<Metric<? super O, ? super R>>(visit.metrics());
        if (metrics.stream().noneMatch(OutcomeShares.class::isInstance)) {
            metrics.add(new OutcomeShares());
        }
        var all = new Visit<O, R>(metrics, visit.examples(), visit.repeats(), visit.uncertainty());
        return new Visits<>(dataset, dataset.shuffle(visit.uncertainty().seed()), rule.begin(all), true);
    }

    Stream<Example<I, R>> stream() {
        return visited.stream();
    }

    boolean mayStop() {
        return mayStop;
    }

    /** Returns the repeats of visited examples, each with the place of its example in the dataset. */
    Iterator<Try<I, R>> tries(Iterator<Example<I, R>> examples, int repeats) {
        var tries = Try.of(examples, repeats);
        if (!mayStop) {
            return tries;
        }
        var positions = positions();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return tries.hasNext();
            }

            @Override
            public Try<I, R> next() {
                var next = tries.next();
                return new Try<>(next.example(), position(positions, next.example()), next.repeat());
            }
        };
    }

    private Map<String, Integer> positions() {
        var positions = new HashMap<String, Integer>();
        dataset.examples().forEach(example -> positions.put(example.id(), positions.size()));
        return positions;
    }

    private static int position(Map<String, Integer> positions, Example<?, ?> example) {
        return Objects.requireNonNull(positions.get(example.id()), "position");
    }

    /**
     * Returns whether an observation may be made, or may turn out not to be needed: so that few are made in vain, but a
     * slow one does not hold up all others.
     */
    boolean mayBegin(long index, int concurrency) {
        return !mayStop || index < looked + (long) AHEAD * concurrency;
    }

    void accept(long index, Observation<I, O, R> observation) {
        if (!mayStop) {
            return;
        }
        waiting.put(index, observation);
        var at = looked;
        for (var next = waiting.remove(at); next != null && !enough; next = waiting.remove(at)) {
            at++;
            enough = rule.test(next);
        }
        looked = at;
    }

    /** Returns why to stop, if the rule has enough. */
    Optional<String> enough() {
        return enough ? Optional.of("enough examples were seen") : Optional.empty();
    }

    /** Returns the run of what the rule has looked at. */
    EvaluationRun<I, O, R> run(
            Provenance provenance,
            Timing timing,
            List<Observation<I, O, R>> observations,
            List<Metric<? super O, ? super R>> metrics) {
        if (!mayStop) {
            return EvaluationRun.of(provenance, timing, observations, metrics);
        }
        var positions = positions();
        var seen = new ArrayList<>(observations.subList(0, (int) looked));
        seen.sort(Comparator.comparingInt((Observation<I, O, R> one) -> position(positions, one.example()))
                .thenComparingInt(Observation::repeat));
        return enough
                ? EvaluationRun.of(part(provenance, seen), noted(timing, seen, observations.size()), seen, metrics)
                : EvaluationRun.of(provenance, timing, seen, metrics);
    }

    private Provenance part(Provenance provenance, List<Observation<I, O, R>> seen) {
        var examples = seen.stream()
                .filter(one -> one.repeat() == 0)
                .map(Observation::example)
                .toList();
        var name = dataset.name() + " (" + examples.size() + " of " + dataset.size() + ")";
        return new Provenance(
                provenance.name(),
                DatasetIdentity.of(Dataset.of(name, examples)),
                provenance.pipeline(),
                provenance.uncertainty(),
                provenance.environment());
    }

    private static Timing noted(Timing timing, List<?> seen, int made) {
        var notes = new ArrayList<>(timing.notes());
        notes.add("stopped early: " + seen.size() + " observations were enough, " + (made - seen.size())
                + " more had begun; intervals do not know that it was stopped");
        return new Timing(timing.started(), timing.took(), timing.concurrency(), notes);
    }
}
