package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.McNemar;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Two runs over the same examples, paired by example. Differences are the other run's value less the baseline's.
 * Immutable.
 *
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class Comparison<O, R> {

    private final EvaluationRun<?, O, R> baseline;
    private final EvaluationRun<?, O, R> other;
    private final List<Paired<O, R>> pairs;

    private Comparison(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other, List<Paired<O, R>> pairs) {
        this.baseline = baseline;
        this.other = other;
        this.pairs = List.copyOf(pairs);
    }

    /**
     * Returns the comparison of two runs.
     *
     * @param baseline what to compare with
     * @param other what to compare
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the comparison
     * @throws IllegalArgumentException if an example is in one run only; the message names some
     */
    public static <O, R> Comparison<O, R> of(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other) {
        return new Comparison<>(baseline, other, Paired.of(baseline, other));
    }

    /** {@return what is compared with} */
    public EvaluationRun<?, O, R> baseline() {
        return baseline;
    }

    /** {@return what is compared} */
    public EvaluationRun<?, O, R> other() {
        return other;
    }

    /** {@return the pairs of observations in the order of the baseline} */
    public List<Paired<O, R>> pairs() {
        return pairs;
    }

    /** {@return the pairs of which only the other run's answer is right} */
    public List<Paired<O, R>> fixed() {
        return pairs.stream()
                .filter(pair -> !pair.baseline().isRight() && pair.other().isRight())
                .toList();
    }

    /** {@return the pairs of which only the baseline's answer is right} */
    public List<Paired<O, R>> broken() {
        return pairs.stream()
                .filter(pair -> pair.baseline().isRight() && !pair.other().isRight())
                .toList();
    }

    /** {@return what makes the runs less comparable than they should be, a line each} */
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (!baseline.provenance()
                .dataset()
                .fingerprint()
                .equals(other.provenance().dataset().fingerprint())) {
            warnings.add("the runs have the same example ids, but their datasets differ in content");
        }
        var changed = pairs.stream()
                .filter(pair -> !pair.baseline().reference().equals(pair.other().reference()))
                .count();
        if (changed > 0) {
            warnings.add(changed + " examples have another reference than in the baseline");
        }
        if (!baseline.provenance()
                .environment()
                .library()
                .equals(other.provenance().environment().library())) {
            warnings.add("the runs were made with different versions of llmops");
        }
        return warnings;
    }

    /**
     * Returns how often each run is right on the same examples. The test is McNemar's, mid-p; of repeated examples the
     * permutation test over the examples.
     *
     * @return the four counts with their evidence
     * @throws IllegalStateException if there are no pairs
     */
    public Correctness correctness() {
        if (pairs.isEmpty()) {
            throw new IllegalStateException("expected pairs of observations, found none");
        }
        var table = new long[4];
        pairs.forEach(pair ->
                table[(pair.baseline().isRight() ? 0 : 2) + (pair.other().isRight() ? 0 : 1)]++);
        return new Correctness(table[0], table[1], table[2], table[3], evidence(table));
    }

    private Correctness.Evidence evidence(long[] table) {
        var uncertainty = other.provenance().uncertainty();
        return pairs.stream().anyMatch(pair -> pair.baseline().repeat() > 0)
                ? RepeatedCorrectness.of(pairs).evidence(uncertainty)
                : new Correctness.Evidence(
                        Proportions.tango(
                                new PairedCounts(table[0], table[2], table[1], table[3]), uncertainty.level()),
                        McNemar.midP(table[2], table[1]));
    }

    /**
     * Returns how much a metric differs.
     *
     * @param metricName e.g. {@code f1/macro}
     * @return both values and the change
     * @throws IllegalArgumentException if a run has no metric of that name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how the metric is computed
     */
    public Difference difference(String metricName) {
        return difference(metricName, other.provenance().uncertainty());
    }

    /**
     * Returns how much a metric differs, with an interval of one's own choice.
     *
     * @param metricName e.g. {@code f1/macro}
     * @param uncertainty level, resamples and seed of the interval
     * @return both values and the change
     * @throws IllegalArgumentException if a run has no metric of that name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how the metric is computed
     */
    public Difference difference(String metricName, Uncertainty uncertainty) {
        return differences(List.of(metricName), uncertainty).get(0);
    }

    /**
     * Returns how much some metrics differ, resampling once for all that are computed together.
     *
     * @param metricNames e.g. {@code f1/macro}, each once
     * @param uncertainty level, resamples and seed of the intervals
     * @return both values and the change of each, in the order of the names
     * @throws IllegalArgumentException if a run has no metric of a name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how a metric is computed
     */
    public List<Difference> differences(List<String> metricNames, Uncertainty uncertainty) {
        var together = new LinkedHashMap<Metric<? super O, ? super R>, List<String>>();
        for (var name : metricNames) {
            if (baseline.metric(name) instanceof Estimate && other.metric(name) instanceof Estimate) {
                together.computeIfAbsent(definition(name), metric -> new ArrayList<>())
                        .add(name);
            }
        }
        var intervals = new HashMap<String, Optional<Interval>>();
        together.forEach((metric, names) -> {
            var found = PairedIntervals.of(metric, names, pairs, uncertainty);
            for (var i = 0; i < names.size(); i++) {
                intervals.put(names.get(i), found.get(i));
            }
        });
        return metricNames.stream()
                .map(name -> difference(name, intervals.getOrDefault(name, Optional.empty())))
                .toList();
    }

    private Difference difference(String name, Optional<Interval> interval) {
        var from = baseline.metric(name);
        var to = other.metric(name);
        MetricValue change = from.match(
                a -> to.match(b -> change(a, b, interval), reason -> new Undefined("other run: " + reason)),
                reason -> new Undefined("baseline: " + reason));
        return new Difference(name, from, to, change);
    }

    private MetricValue change(Estimate from, Estimate to, Optional<Interval> interval) {
        return new Estimate(
                to.value() - from.value(),
                interval,
                pairs.size(),
                from.excluded() + to.excluded(),
                new Reach(
                        to.reach().lowest() - from.reach().highest(),
                        to.reach().highest() - from.reach().lowest()));
    }

    private Metric<? super O, ? super R> definition(String metricName) {
        return Metric.having(metricName, other.definitions())
                .or(() -> Metric.having(metricName, baseline.definitions()))
                .orElseThrow(() -> new IllegalStateException("both runs were read from files and have values only;"
                        + " compute '" + metricName + "' anew with withMetrics"));
    }
}
