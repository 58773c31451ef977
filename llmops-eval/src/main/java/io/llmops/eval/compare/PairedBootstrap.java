package io.llmops.eval.compare;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The bootstrap of a difference over pairs. Pairs that change the metric of both runs in the same way are resampled as
 * one group, by their number; what a group adds is gathered once and merged by its count.
 *
 * <p>Where no resample differs from another, pairs of which one side had failed are drawn in: as many as Tango's interval
 * reckons with when no pair disagrees (z² among n + z²), half of them on each side, spread over the groups. So two runs
 * that agree on everything have an interval that narrows as the examples grow, not one without width.
 */
final class PairedBootstrap<O, R> {

    private static final long JACKKNIFE_ROWS = 20_000;
    private static final int JACKKNIFE_GROUPS = 2_000;

    private final Metric<O, R> metric;
    private final String name;
    private final Uncertainty uncertainty;
    private final List<Group<O, R>> groups;
    private final long[] counts;
    private final Multinomial cells;

    /** What the pairs of a group add: in each run, and in each run had they failed. */
    private record Group<O, R>(
            Metric.Accumulator<O, R> baseline,
            Metric.Accumulator<O, R> other,
            Metric.Accumulator<O, R> baselineFailed,
            Metric.Accumulator<O, R> otherFailed) {}

    PairedBootstrap(
            Metric<O, R> metric,
            String name,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        this.metric = metric;
        this.name = name;
        this.uncertainty = uncertainty;
        var numbers = new LinkedHashMap<List<Object>, long[]>();
        var firsts = new ArrayList<Paired<? extends O, ? extends R>>();
        for (var pair : pairs) {
            var cells = List.of(metric.cell(pair.baseline()), metric.cell(pair.other()));
            var number = numbers.get(cells);
            if (number == null) {
                numbers.put(cells, new long[] {1});
                firsts.add(pair);
            } else {
                number[0]++;
            }
        }
        counts = numbers.values().stream().mapToLong(number -> number[0]).toArray();
        cells = Multinomial.of(counts);
        groups = firsts.stream().map(this::group).toList();
    }

    private Group<O, R> group(Paired<? extends O, ? extends R> pair) {
        return new Group<>(
                one(pair.baseline()), one(pair.other()), one(failed(pair.baseline())), one(failed(pair.other())));
    }

    private Metric.Accumulator<O, R> one(Observation<?, ? extends O, ? extends R> observation) {
        var accumulator = metric.accumulator();
        accumulator.add(observation, 1);
        return accumulator;
    }

    private static <I, P, S> Observation<I, P, S> failed(Observation<I, P, S> observation) {
        return Observation.of(observation.example(), Outcome.failed("drawn in", "drawn in"));
    }

    /** Returns the interval of the difference; empty if no resample tells anything. */
    Optional<Interval> interval() {
        var replicates = Bootstrap.replicates(uncertainty.resamples(), uncertainty.seed(), this::replicate);
        var interval = interval(replicates.values(), replicates.undefinedShare());
        if (interval.isPresent()) {
            return interval;
        }
        var smoothed = Bootstrap.replicates(uncertainty.resamples(), uncertainty.seed(), this::smoothed);
        return Optional.of(smoothed)
                .filter(some -> some.values().length >= 2 && some.undefinedShare() <= 0.05)
                .map(some -> Bootstrap.percentile(some.values(), uncertainty.level()))
                .filter(found -> found.width() > 0)
                .map(found -> including(found, difference(weights(counts))));
    }

    private static Interval including(Interval found, double difference) {
        return new Interval(
                Math.min(found.lower(), difference),
                Math.max(found.upper(), difference),
                found.level(),
                "bootstrap percentile of pairs, smoothed");
    }

    private Optional<Interval> interval(double[] values, double undefined) {
        var difference = difference(weights(counts));
        if (values.length < 2 || undefined > 0.05 || Double.isNaN(difference)) {
            return Optional.empty();
        }
        var found = jackknifes()
                ? Bootstrap.bca(difference, values, jackknife(), uncertainty.level())
                : Bootstrap.percentile(values, uncertainty.level());
        return found.width() > 0
                ? Optional.of(new Interval(found.lower(), found.upper(), found.level(), found.method() + " of pairs"))
                : Optional.empty();
    }

    private boolean jackknifes() {
        return cells.total() <= JACKKNIFE_ROWS && counts.length <= JACKKNIFE_GROUPS;
    }

    private double replicate(RandomStream random) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        return difference(weights(drawn));
    }

    /** Every difference with one pair of each group left out; the same for all pairs of a group. */
    private double[] jackknife() {
        var weights = weights(counts);
        var all = new double[(int) cells.total()];
        var row = 0;
        for (var group = 0; group < counts.length; group++) {
            weights[group]--;
            var without = difference(weights);
            weights[group]++;
            Arrays.fill(all, row, row + (int) counts[group], Double.isNaN(without) ? 0 : without);
            row += (int) counts[group];
        }
        return all;
    }

    private static double[] weights(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    private double difference(double[] weights) {
        var baseline = metric.accumulator();
        var other = metric.accumulator();
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                baseline.merge(groups.get(i).baseline(), weights[i]);
                other.merge(groups.get(i).other(), weights[i]);
            }
        }
        return difference(baseline, other);
    }

    private double difference(Metric.Accumulator<O, R> baseline, Metric.Accumulator<O, R> other) {
        var from = baseline.value(name);
        var to = other.value(name);
        return from.isPresent() && to.isPresent() ? to.getAsDouble() - from.getAsDouble() : Double.NaN;
    }

    private double smoothed(RandomStream random) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        var z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + uncertainty.level()) / 2);
        var share = z * z / (cells.total() + z * z);
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
        return difference(baseline, other);
    }

    private static <O, R> void merge(Metric.Accumulator<O, R> into, Metric.Accumulator<O, R> from, long count) {
        if (count > 0) {
            into.merge(from, (double) count);
        }
    }
}
