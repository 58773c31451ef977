package io.llmops.eval.compare;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Trace;
import io.llmops.core.pipeline.Usage;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.RandomStream;
import io.llmops.eval.stats.Replicates;
import io.llmops.eval.stats.Replication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The bootstrap of differences over examples, each a pair of observations or, when it was repeated, several. Examples that
 * change the metric of both runs in the same way are resampled as one group, by their number; what a group adds is gathered
 * once and merged by its count.
 *
 * <p>Where no resample differs from another, pairs of which one side had failed are drawn in: as many as Tango's interval
 * reckons with when no pair disagrees (z² among n + z²), half of them on each side, spread over the groups. So two runs
 * that agree on everything have an interval that narrows as the examples grow, not one without width.
 */
final class PairedBootstrap<O, R> {

    private static final double OFTEN = 0.05;
    private static final long WORK_FOR_ONE = 1_000_000;
    private static final long JACKKNIFE_ROWS = 20_000;
    private static final int JACKKNIFE_GROUPS = 2_000;

    private final Metric<O, R> metric;
    private final boolean repeated;
    private final List<String> names;
    private final Uncertainty uncertainty;
    private final List<Group<O, R>> groups;
    private final long[] counts;
    private final Multinomial cells;

    /** What an example of a group adds: in each run, and in each run had they failed. */
    private record Group<O, R>(
            Metric.Accumulator<O, R> baseline,
            Metric.Accumulator<O, R> other,
            Metric.Accumulator<O, R> baselineFailed,
            Metric.Accumulator<O, R> otherFailed) {}

    PairedBootstrap(
            Metric<O, R> metric,
            List<String> names,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        this.metric = metric;
        this.names = List.copyOf(names);
        this.uncertainty = uncertainty;
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
        cells = Multinomial.of(counts);
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

    /** Returns the interval of the difference of each name; empty if no resample tells anything. */
    List<Optional<Interval>> intervals() {
        var differences = differences(weights(counts));
        var plain = replicates(this::draw);
        var jackknife = jackknifes() ? jackknife() : new double[0][];
        var intervals = new ArrayList<Optional<Interval>>();
        for (var i = 0; i < names.size(); i++) {
            intervals.add(interval(
                    plain.get(i),
                    differences[i],
                    jackknife.length == 0 ? Optional.empty() : Optional.of(jackknife[i])));
        }
        if (intervals.stream().anyMatch(Optional::isEmpty)) {
            var smoothed = replicates(this::drawSmoothed);
            for (var i = 0; i < names.size(); i++) {
                if (intervals.get(i).isEmpty()) {
                    intervals.set(i, smoothed(smoothed.get(i), differences[i]));
                }
            }
        }
        return intervals;
    }

    private List<Replicates> replicates(Replication replication) {
        var work = (long) counts.length * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        return Bootstrap.replicates(
                uncertainty.resamples(), uncertainty.seed(), threads, names.size(), () -> replication);
    }

    private Optional<Interval> interval(Replicates replicates, double difference, Optional<double[]> jackknife) {
        if (tooFew(replicates) || Double.isNaN(difference)) {
            return Optional.empty();
        }
        var found = jackknife.isPresent()
                ? Bootstrap.bca(difference, replicates.values(), jackknife.get(), uncertainty.level())
                : Bootstrap.percentile(replicates.values(), uncertainty.level());
        return found.width() > 0
                ? Optional.of(new Interval(found.lower(), found.upper(), found.level(), found.method() + units()))
                : Optional.empty();
    }

    private Optional<Interval> smoothed(Replicates replicates, double difference) {
        if (tooFew(replicates) || Double.isNaN(difference)) {
            return Optional.empty();
        }
        var found = Bootstrap.percentile(replicates.values(), uncertainty.level());
        return Optional.of(found)
                .filter(some -> some.width() > 0)
                .map(some -> new Interval(
                        Math.min(some.lower(), difference),
                        Math.max(some.upper(), difference),
                        some.level(),
                        some.method() + units() + ", smoothed"));
    }

    private String units() {
        return repeated ? " of clusters of pairs" : " of pairs";
    }

    private static boolean tooFew(Replicates replicates) {
        return replicates.values().length < 2 || replicates.undefinedShare() > OFTEN;
    }

    private boolean jackknifes() {
        return cells.total() <= JACKKNIFE_ROWS && counts.length <= JACKKNIFE_GROUPS;
    }

    /** Every difference with one example of each group left out; the same for all examples of a group. */
    private double[][] jackknife() {
        var weights = weights(counts);
        var all = new double[names.size()][(int) cells.total()];
        var row = 0;
        for (var group = 0; group < counts.length; group++) {
            weights[group]--;
            var without = differences(weights);
            weights[group]++;
            for (var i = 0; i < without.length; i++) {
                Arrays.fill(all[i], row, row + (int) counts[group], Double.isNaN(without[i]) ? 0 : without[i]);
            }
            row += (int) counts[group];
        }
        return all;
    }

    private static double[] weights(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private void draw(RandomStream random, double[] into) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        System.arraycopy(differences(weights(drawn)), 0, into, 0, into.length);
    }

    private void drawSmoothed(RandomStream random, double[] into) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        var share = drawnInShare();
        var baseline = metric.accumulator();
        var other = metric.accumulator();
        for (var i = 0; i < drawn.length; i++) {
            var group = groups.get(i);
            var drawnIn = random.nextBinomial(drawn[i], share);
            var onBaseline = random.nextBinomial(drawnIn, 0.5);
            merge(baseline, group.baseline(), drawn[i] - onBaseline);
            merge(baseline, group.baselineFailed(), onBaseline);
            merge(other, group.other(), drawn[i] - (drawnIn - onBaseline));
            merge(other, group.otherFailed(), drawnIn - onBaseline);
        }
        System.arraycopy(differences(baseline, other), 0, into, 0, into.length);
    }

    private double drawnInShare() {
        var z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + uncertainty.level()) / 2);
        return z * z / (cells.total() + z * z);
    }

    private double[] differences(double[] weights) {
        var baseline = metric.accumulator();
        var other = metric.accumulator();
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                baseline.merge(groups.get(i).baseline(), weights[i]);
                other.merge(groups.get(i).other(), weights[i]);
            }
        }
        return differences(baseline, other);
    }

    /** Returns the difference of each name, NaN where it is not defined. */
    private double[] differences(Metric.Accumulator<O, R> baseline, Metric.Accumulator<O, R> other) {
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

    private static <O, R> void merge(Metric.Accumulator<O, R> into, Metric.Accumulator<O, R> from, long count) {
        if (count > 0) {
            into.merge(from, (double) count);
        }
    }
}
