package io.llmops.eval.run;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.stats.Bootstrap;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Multinomial;
import io.llmops.eval.stats.Proportions;
import io.llmops.eval.stats.RandomStream;
import io.llmops.eval.stats.Replicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intervals where examples were repeated: the repeats of an example are one cluster, for they are alike. Rates have
 * Wilson's interval at the number of independent observations that would vary as the clusters do (all repeats the same:
 * the number of examples); other values a bootstrap of the examples, and where that can't tell, the interval of the first
 * repeat alone.
 */
final class ClusteredIntervals<O, R> {

    private static final double OFTEN = 0.05;
    private static final long WORK_FOR_ONE = 100_000;
    private static final int JACKKNIFE_CLUSTERS = 1_000;

    private final Metric<O, R> metric;
    private final Uncertainty uncertainty;
    private final List<Cluster<O, R>> clusters = new ArrayList<>();
    private final long[] counts;
    private final Metric.Accumulator<O, R> firsts;

    /** Examples whose repeats change the metric in the same way: what one of them adds, and of how many repeats. */
    private record Cluster<O, R>(Metric.Accumulator<O, R> sum, int repeats) {}

    ClusteredIntervals(
            Metric<O, R> metric,
            List<? extends Observation<?, ? extends O, ? extends R>> observations,
            Uncertainty uncertainty) {
        this.metric = metric;
        this.uncertainty = uncertainty;
        firsts = metric.accumulator();
        var numbers = new LinkedHashMap<List<Object>, long[]>();
        RepeatsOfExamples.in(observations).forEach(repeats -> {
            repeats.stream().filter(one -> one.repeat() == 0).forEach(first -> firsts.add(first, 1));
            var cells = repeats.stream().map(this::cell).toList();
            var number = numbers.computeIfAbsent(cells, key -> new long[1]);
            if (number[0]++ == 0) {
                clusters.add(cluster(repeats));
            }
        });
        counts = numbers.values().stream().mapToLong(number -> number[0]).toArray();
    }

    private Object cell(Observation<?, ? extends O, ? extends R> observation) {
        return metric.cell(observation);
    }

    private Cluster<O, R> cluster(List<Observation<?, ? extends O, ? extends R>> repeats) {
        var sum = metric.accumulator();
        repeats.forEach(repeat -> sum.add(repeat, 1));
        return new Cluster<>(sum, repeats.size());
    }

    /** Returns estimates with the intervals they have when examples are resampled. */
    Map<String, Estimate> of(Map<String, Estimate> estimates) {
        var intervals = new LinkedHashMap<String, Optional<Interval>>();
        var resampled = new ArrayList<Map.Entry<String, Estimate>>();
        for (var entry : estimates.entrySet()) {
            if (isRate(entry.getKey())) {
                intervals.put(
                        entry.getKey(),
                        Optional.of(wilson(entry.getKey(), entry.getValue().value())));
            } else {
                resampled.add(entry);
            }
        }
        if (!resampled.isEmpty()) {
            intervals.putAll(bootstrap(resampled));
        }
        var changed = new LinkedHashMap<String, Estimate>();
        var first = firsts.values(uncertainty);
        estimates.forEach((name, estimate) -> {
            var interval = intervals
                    .getOrDefault(name, Optional.empty())
                    .or(() -> Optional.ofNullable(first.get(name))
                            .flatMap(value -> value.estimate())
                            .flatMap(Estimate::interval)
                            .map(found -> around(found, estimate.value(), found.method() + " of one repeat")));
            changed.put(
                    name,
                    new Estimate(estimate.value(), interval, estimate.n(), estimate.excluded(), estimate.reach()));
        });
        return changed;
    }

    private boolean isRate(String name) {
        return metric.isMean(name)
                && metric.describe(name)
                        .map(description -> description.range().equals(Range.UNIT))
                        .orElse(false);
    }

    /** The variance of a mean of clusters has the finite-cluster factor G / (G - 1). */
    private Interval wilson(String name, double mean) {
        var groups = 0.0;
        var n = 0.0;
        var squares = 0.0;
        for (var i = 0; i < counts.length; i++) {
            var cluster = clusters.get(i);
            var value = cluster.sum().value(name);
            if (value.isPresent()) {
                groups += counts[i];
                n += (double) counts[i] * cluster.repeats();
                var apart = cluster.repeats() * (value.getAsDouble() - mean);
                squares += counts[i] * apart * apart;
            }
        }
        var variance = groups > 1 ? groups / (groups - 1) * squares / n / n : 0;
        var effective = variance > 0 ? Math.min(n, Math.max(1, mean * (1 - mean) / variance)) : groups;
        return around(Proportions.wilson(mean * effective, effective, uncertainty.level()), mean, "wilson of clusters");
    }

    private static Interval around(Interval found, double estimate, String method) {
        return new Interval(
                Math.min(found.lower(), estimate), Math.max(found.upper(), estimate), found.level(), method);
    }

    private Map<String, Optional<Interval>> bootstrap(List<Map.Entry<String, Estimate>> estimates) {
        var names = estimates.stream().map(Map.Entry::getKey).toList();
        var cells = Multinomial.of(counts);
        var work = (long) counts.length * uncertainty.resamples();
        var threads = work < WORK_FOR_ONE ? 1 : Runtime.getRuntime().availableProcessors();
        var replicates = Bootstrap.replicates(
                uncertainty.resamples(),
                uncertainty.seed(),
                threads,
                names.size(),
                () -> (random, into) -> draw(cells, random, names, into));
        var jackknife = counts.length <= JACKKNIFE_CLUSTERS && counts.length > 1 ? jackknife(names) : new double[0][];
        var intervals = new LinkedHashMap<String, Optional<Interval>>();
        for (var i = 0; i < names.size(); i++) {
            intervals.put(
                    names.get(i),
                    interval(
                            replicates.get(i),
                            estimates.get(i).getValue().value(),
                            jackknife.length == 0 ? Optional.empty() : Optional.of(jackknife[i])));
        }
        return intervals;
    }

    private void draw(Multinomial cells, RandomStream random, List<String> names, double[] into) {
        var drawn = new long[counts.length];
        cells.sample(random, drawn);
        compute(drawn, names, into);
    }

    private void compute(long[] weights, List<String> names, double[] into) {
        var sum = metric.accumulator();
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum.merge(clusters.get(i).sum(), (double) weights[i]);
            }
        }
        var values = sum.values(names);
        for (var i = 0; i < into.length; i++) {
            into[i] = values.get(i).orElse(Double.NaN);
        }
    }

    private double[][] jackknife(List<String> names) {
        var left = counts.clone();
        var numbers = new double[names.size()];
        var all = new double[names.size()][Math.toIntExact(Arrays.stream(counts).sum())];
        var row = 0;
        for (var cluster = 0; cluster < counts.length; cluster++) {
            left[cluster]--;
            compute(left, names, numbers);
            left[cluster]++;
            var end = row + (int) counts[cluster];
            for (var i = 0; i < numbers.length; i++) {
                Arrays.fill(all[i], row, end, numbers[i]);
            }
            row = end;
        }
        return all;
    }

    private Optional<Interval> interval(Replicates replicates, double estimate, Optional<double[]> jackknife) {
        var drawn = replicates.values();
        if (drawn.length < 2 || replicates.undefinedShare() > OFTEN) {
            return Optional.empty();
        }
        var corrected = jackknife.filter(values -> Arrays.stream(values).allMatch(Double::isFinite));
        var found = corrected.isPresent()
                ? Bootstrap.bca(estimate, drawn, corrected.get(), uncertainty.level())
                : Bootstrap.percentile(drawn, uncertainty.level());
        return found.width() > 0
                ? Optional.of(around(found, estimate, found.method() + " of clusters"))
                : Optional.empty();
    }
}
