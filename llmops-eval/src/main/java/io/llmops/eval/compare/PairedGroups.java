package io.llmops.eval.compare;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Replicates;
import io.llmops.eval.stats.Replication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The examples of two runs, each a pair of observations or, when it was repeated, several; those that change a metric of
 * both runs in the same way are one group with their number. What an example of a group adds is gathered once.
 */
final class PairedGroups<O, R> {

    private static final long WORK_FOR_ONE = 1_000_000;

    private final Metric<O, R> metric;
    private final List<String> names;
    private final boolean repeated;
    private final List<Group<O, R>> groups;
    private final long[] counts;

    /** What an example of a group adds: in each run, and in each run had they failed. */
    record Group<O, R>(
            Metric.Accumulator<O, R> baseline,
            Metric.Accumulator<O, R> other,
            Metric.Accumulator<O, R> baselineFailed,
            Metric.Accumulator<O, R> otherFailed) {}

    PairedGroups(Metric<O, R> metric, List<String> names, List<? extends Paired<? extends O, ? extends R>> pairs) {
        this.metric = metric;
        this.names = List.copyOf(names);
        var examples = new LinkedHashMap<String, List<Paired<? extends O, ? extends R>>>();
        pairs.forEach(pair -> examples.computeIfAbsent(pair.baseline().id(), id -> new ArrayList<>())
                .add(pair));
        repeated = examples.size() < pairs.size();
        var numbers = new LinkedHashMap<List<Object>, long[]>();
        var firsts = new ArrayList<List<Paired<? extends O, ? extends R>>>();
        for (var repeats : examples.values()) {
            var cells = new ArrayList<Object>();
            for (var pair : repeats) {
                cells.add(metric.cell(pair.baseline()));
                cells.add(metric.cell(pair.other()));
            }
            var number = numbers.get(cells);
            if (number == null) {
                numbers.put(cells, new long[] {1});
                firsts.add(repeats);
            } else {
                number[0]++;
            }
        }
        counts = numbers.values().stream().mapToLong(number -> number[0]).toArray();
        groups = firsts.stream().map(this::group).toList();
    }

    private Group<O, R> group(List<Paired<? extends O, ? extends R>> repeats) {
        return new Group<>(
                sum(repeats.stream().map(pair -> pair.baseline())),
                sum(repeats.stream().map(pair -> pair.other())),
                sum(repeats.stream().map(pair -> failed(pair.baseline()))),
                sum(repeats.stream().map(pair -> failed(pair.other()))));
    }

    private Metric.Accumulator<O, R> sum(Stream<? extends Observation<?, ? extends O, ? extends R>> repeats) {
        var accumulator = metric.accumulator();
        repeats.forEach(observation -> accumulator.add(observation, 1));
        return accumulator;
    }

    /** An example of its own, so that a metric over examples does not take it for repeats of the one that did not fail. */
    private static <I, P, S> Observation<I, P, S> failed(Observation<I, P, S> observation) {
        return new Observation<>(
                observation.example().withId(observation.id() + " drawn in"),
                observation.repeat(),
                new Trace<>(Outcome.failed("drawn in", "drawn in"), List.of(), Usage.NONE),
                Collections.emptySortedMap());
    }

    boolean repeated() {
        return repeated;
    }

    /** Returns how many examples each group has; a copy. */
    long[] counts() {
        return counts.clone();
    }

    Group<O, R> group(int index) {
        return groups.get(index);
    }

    Metric.Accumulator<O, R> empty() {
        return metric.accumulator();
    }

    /** Returns the replicates of each name, made by as many threads as the work is worth. */
    List<Replicates> replicates(Uncertainty uncertainty, Replication replication) {
        var work = (long) counts.length * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(), uncertainty.seed(), threads, names.size(), () -> replication);
    }

    /** Returns the difference of each name as it is, NaN where it is not defined. */
    double[] differences() {
        return differences(weights());
    }

    double[] weights() {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** Returns the difference of each name for as many examples of each group, NaN where it is not defined. */
    double[] differences(double[] weights) {
        var baseline = empty();
        var other = empty();
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                baseline.merge(groups.get(i).baseline(), weights[i]);
                other.merge(groups.get(i).other(), weights[i]);
            }
        }
        return differences(baseline, other);
    }

    /** Returns the difference of each name, NaN where it is not defined. */
    double[] differences(Metric.Accumulator<O, R> baseline, Metric.Accumulator<O, R> other) {
        var from = baseline.values(names);
        var to = other.values(names);
        var differences = new double[names.size()];
        for (var i = 0; i < differences.length; i++) {
            differences[i] = from.get(i).isPresent() && to.get(i).isPresent()
                    ? to.get(i).getAsDouble() - from.get(i).getAsDouble()
                    : Double.NaN;
        }
        return differences;
    }

    static <O, R> void merge(Metric.Accumulator<O, R> into, Metric.Accumulator<O, R> from, long count) {
        if (count > 0) {
            into.merge(from, (double) count);
        }
    }
}
