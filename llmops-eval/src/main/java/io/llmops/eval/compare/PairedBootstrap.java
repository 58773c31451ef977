package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.RandomStream;
import io.llmops.eval.stats.Replicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final long JACKKNIFE_ROWS = 20_000;
    private static final int JACKKNIFE_GROUPS = 2_000;

    private final int names;
    private final Uncertainty uncertainty;
    private final PairedGroups<O, R> groups;
    private final long[] counts;
    private final Multinomial cells;

    PairedBootstrap(
            Metric<O, R> metric,
            List<String> names,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        this.names = names.size();
        this.uncertainty = uncertainty;
        groups = new PairedGroups<>(metric, names, pairs);
        counts = groups.counts();
        cells = Multinomial.of(counts);
    }

    /** Returns the interval of the difference of each name; empty if no resample tells anything. */
    List<Optional<Interval>> intervals() {
        var differences = groups.differences();
        var plain = groups.replicates(uncertainty, this::draw);
        var jackknife = jackknifes() ? jackknife() : new double[0][];
        var intervals = new ArrayList<Optional<Interval>>();
        for (var i = 0; i < names; i++) {
            intervals.add(interval(
                    plain.get(i),
                    differences[i],
                    jackknife.length == 0 ? Optional.empty() : Optional.of(jackknife[i])));
        }
        if (intervals.stream().anyMatch(Optional::isEmpty)) {
            var smoothed = groups.replicates(uncertainty, this::drawSmoothed);
            for (var i = 0; i < names; i++) {
                if (intervals.get(i).isEmpty()) {
                    intervals.set(i, smoothed(smoothed.get(i), differences[i]));
                }
            }
        }
        return intervals;
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
        return groups.repeated() ? " of clusters of pairs" : " of pairs";
    }

    private static boolean tooFew(Replicates replicates) {
        return replicates.values().length < 2 || replicates.undefinedShare() > OFTEN;
    }

    private boolean jackknifes() {
        return cells.total() <= JACKKNIFE_ROWS && counts.length <= JACKKNIFE_GROUPS;
    }

    /** Every difference with one example of each group left out; the same for all examples of a group. */
    private double[][] jackknife() {
        var weights = groups.weights();
        var all = new double[names][(int) cells.total()];
        var row = 0;
        for (var group = 0; group < counts.length; group++) {
            weights[group]--;
            var without = groups.differences(weights);
            weights[group]++;
            for (var i = 0; i < without.length; i++) {
                Arrays.fill(all[i], row, row + (int) counts[group], Double.isNaN(without[i]) ? 0 : without[i]);
            }
            row += (int) counts[group];
        }
        return all;
    }

    private void draw(RandomStream random, double[] into) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        System.arraycopy(
                groups.differences(Arrays.stream(drawn).asDoubleStream().toArray()), 0, into, 0, into.length);
    }

    private void drawSmoothed(RandomStream random, double[] into) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        var share = drawnInShare();
        var baseline = groups.empty();
        var other = groups.empty();
        for (var i = 0; i < drawn.length; i++) {
            var group = groups.group(i);
            var drawnIn = random.nextBinomial(drawn[i], share);
            var onBaseline = random.nextBinomial(drawnIn, 0.5);
            PairedGroups.merge(baseline, group.baseline(), drawn[i] - onBaseline);
            PairedGroups.merge(baseline, group.baselineFailed(), onBaseline);
            PairedGroups.merge(other, group.other(), drawn[i] - (drawnIn - onBaseline));
            PairedGroups.merge(other, group.otherFailed(), drawnIn - onBaseline);
        }
        System.arraycopy(groups.differences(baseline, other), 0, into, 0, into.length);
    }

    private double drawnInShare() {
        var z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + uncertainty.level()) / 2);
        return z * z / (cells.total() + z * z);
    }
}
