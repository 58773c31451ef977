package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Alternative;
import io.llmops.eval.stats.EffectSizes;
import io.llmops.eval.stats.McNemar;
import io.llmops.eval.stats.PairedTests;
import io.llmops.eval.stats.RandomStream;
import io.llmops.eval.stats.TestResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tests whether metrics differ: McNemar's mid-p for means of zeros and ones, the permutation test for other means over
 * examples, and approximate randomisation (Noreen 1989), which swaps the two runs example by example, for what is no
 * mean.
 */
final class PairedTesting<O, R> {

    private static final double NEAR = 1e-12;

    private final Metric<O, R> metric;
    private final List<? extends Paired<? extends O, ? extends R>> pairs;
    private final Uncertainty uncertainty;

    private PairedTesting(
            Metric<O, R> metric, List<? extends Paired<? extends O, ? extends R>> pairs, Uncertainty uncertainty) {
        this.metric = metric;
        this.pairs = pairs;
        this.uncertainty = uncertainty;
    }

    static <O, R> List<Significance> of(
            Metric<O, R> metric,
            List<String> names,
            List<? extends Paired<? extends O, ? extends R>> pairs,
            Uncertainty uncertainty) {
        return pairs.isEmpty() ? List.of() : new PairedTesting<O, R>(metric, pairs, uncertainty).of(names);
    }

    /** Returns what is known of the change of each name, all of which the metric has. */
    private List<Significance> of(List<String> names) {
        var found = new HashMap<String, Significance>();
        names.stream().filter(metric::isMean).forEach(name -> found.put(name, ofMean(name)));
        var rest = names.stream().filter(name -> !metric.isMean(name)).toList();
        var randomised = rest.isEmpty() ? Map.<String, TestResult>of() : randomised(rest);
        return names.stream()
                .map(name -> found.getOrDefault(
                        name, new Significance(name, Optional.ofNullable(randomised.get(name)), Optional.empty())))
                .toList();
    }

    private Significance ofMean(String name) {
        var columns = new ExampleValues<>(metric, name).of(pairs);
        var before = columns.before;
        var after = columns.after;
        if (before.length == 0) {
            return new Significance(name, Optional.empty(), Optional.empty());
        }
        if (columns.binary()) {
            var h = EffectSizes.cohensH(mean(after), mean(before));
            return new Significance(
                    name,
                    Optional.of(McNemar.midP(wins(before, after), wins(after, before))),
                    Optional.of(new EffectSize("Cohen's h", h)));
        }
        var test = PairedTests.permutation(
                after, before, Alternative.TWO_SIDED, uncertainty.resamples(), uncertainty.seed());
        return new Significance(name, Optional.of(test), cohensD(after, before));
    }

    private static Optional<EffectSize> cohensD(double[] after, double[] before) {
        var first = after[0] - before[0];
        for (var i = 0; i < after.length; i++) {
            if (Math.abs(after[i] - before[i] - first) > NEAR) {
                return Optional.of(new EffectSize("Cohen's d", EffectSizes.cohensDPaired(after, before)));
            }
        }
        return Optional.empty();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static long wins(double[] winner, double[] loser) {
        var wins = 0L;
        for (var i = 0; i < winner.length; i++) {
            wins += winner[i] > loser[i] ? 1 : 0;
        }
        return wins;
    }

    private Map<String, TestResult> randomised(List<String> names) {
        var groups = new PairedGroups<O, R>(metric, names, pairs);
        var counts = groups.counts();
        var seen = groups.differences();
        var replicates = groups.replicates(uncertainty, (random, into) -> swap(groups, counts, random, into));
        var results = new HashMap<String, TestResult>();
        for (var i = 0; i < names.size(); i++) {
            if (!Double.isNaN(seen[i])) {
                var least = Math.abs(seen[i]) - NEAR;
                var extreme = Arrays.stream(replicates.get(i).values())
                        .filter(difference -> Math.abs(difference) >= least)
                        .count();
                var p = (extreme + 1.0) / (replicates.get(i).values().length + 1);
                results.put(
                        names.get(i), new TestResult("approximate randomisation", seen[i], p, OptionalDouble.empty()));
            }
        }
        return results;
    }

    private static <O, R> void swap(PairedGroups<O, R> groups, long[] counts, RandomStream random, double[] into) {
        var baseline = groups.empty();
        var other = groups.empty();
        for (var i = 0; i < counts.length; i++) {
            var swapped = random.nextBinomial(counts[i], 0.5);
            var group = groups.group(i);
            PairedGroups.merge(baseline, group.baseline(), counts[i] - swapped);
            PairedGroups.merge(baseline, group.other(), swapped);
            PairedGroups.merge(other, group.other(), counts[i] - swapped);
            PairedGroups.merge(other, group.baseline(), swapped);
        }
        var differences = groups.differences(baseline, other);
        System.arraycopy(differences, 0, into, 0, into.length);
    }
}
