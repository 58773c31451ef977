package io.llmops.eval.compare;

import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.Uncertainty;
import io.llmops.eval.run.Baseline;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.McNemar;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<String> leftOut;

    private Comparison(SharedExamples<O, R> runs) {
        baseline = runs.baseline();
        other = runs.other();
        pairs = Paired.of(baseline, other);
        leftOut = runs.leftOut();
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
        return new Comparison<>(new SharedExamples<>(baseline, other, List.of()));
    }

    /**
     * Returns the comparison of two runs on the examples that are the same in both: by id, input and reference. Where others
     * were left out, the values of the runs are computed anew without them, and {@link #warnings} says so first.
     *
     * @param baseline what to compare with
     * @param other what to compare
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the comparison
     * @throws IllegalStateException if examples must be left out and both runs were read from files, so that nobody knows
     *     how the metrics are computed
     */
    public static <O, R> Comparison<O, R> ofShared(EvaluationRun<?, O, R> baseline, EvaluationRun<?, O, R> other) {
        return new Comparison<>(SharedExamples.of(baseline, other));
    }

    /**
     * Returns the comparison of a run with a baseline on the examples that are the same in both, as the one of two runs
     * does.
     *
     * @param baseline what to compare with
     * @param other any whose metrics are known: made in this process, not read from a file
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the comparison; without pairs if no example is the same
     * @throws io.llmops.core.LlmopsException if an answer of the baseline can't be read
     */
    public static <O, R> Comparison<O, R> ofShared(Baseline baseline, EvaluationRun<?, O, R> other) {
        return new Comparison<>(SharedExamples.of(baseline, other));
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

    /**
     * Returns what differs between the pipelines of the runs, and what they were run with: stages added, removed, moved
     * or set otherwise (prompts and model parameters among the settings), the commit and the Java platform.
     *
     * @return a line each; the names and settings of stages escaped and bounded, long ones cut around the first difference
     */
    public List<String> changes() {
        return new RunChanges(baseline, other).lines();
    }

    /**
     * Returns what makes the runs less comparable than they should be: examples added, removed or edited, other metrics
     * or other settings of them, another version of the library.
     *
     * @return a line each; what users wrote stands in it as it is
     */
    public List<String> warnings() {
        var warnings = new ArrayList<>(leftOut);
        warnings.addAll(new RunChanges(baseline, other).warnings(pairs, leftOut.isEmpty()));
        return warnings;
    }

    /**
     * Returns the examples of which a metric alone says something else than before, those that became worst first, of
     * equals in the order of the baseline. Metrics that are no mean over examples go by right answers.
     *
     * @param metricName e.g. {@code exact_match}
     * @return the changes; those of a negative gain are regressions
     * @throws IllegalArgumentException if a run has no metric of that name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how the metric is computed
     */
    public List<ExampleChange<O, R>> moved(String metricName) {
        baseline.metric(metricName);
        other.metric(metricName);
        return ExampleChanges.of(definition(metricName), metricName, pairs);
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
        var intervals = new HashMap<String, Optional<Interval>>();
        byDefinition(metricNames).forEach((metric, names) -> {
            var found = PairedIntervals.of(metric, names, pairs, uncertainty);
            for (var i = 0; i < names.size(); i++) {
                intervals.put(names.get(i), found.get(i));
            }
        });
        return metricNames.stream()
                .map(name -> difference(name, intervals.getOrDefault(name, Optional.empty())))
                .toList();
    }

    /**
     * Returns whether some metrics' changes are more than chance: by McNemar's test (mid-p) for means of zeros and ones, by
     * a permutation test for other means over examples, else by approximate randomisation (Noreen 1989), which swaps the
     * runs example by example. Repeats of an example are averaged or swapped together.
     *
     * @param metricNames e.g. {@code f1/macro}, each once
     * @param uncertainty how often to draw, and the seed
     * @return a test and an effect size each, in the order of the names
     * @throws IllegalArgumentException if a run has no metric of a name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how a metric is computed
     */
    public List<Significance> significance(List<String> metricNames, Uncertainty uncertainty) {
        var found = new HashMap<String, Significance>();
        byDefinition(metricNames)
                .forEach((metric, names) -> PairedTesting.of(metric, names, pairs, uncertainty)
                        .forEach(one -> found.put(one.metric(), one)));
        return metricNames.stream()
                .map(name -> found.getOrDefault(name, new Significance(name, Optional.empty(), Optional.empty())))
                .toList();
    }

    /**
     * Returns how a metric changed on every slice: the examples that share the value of a tag. Tags of more than 30 values
     * are no slices; slices on which the metric is undefined have no change. The p-values are adjusted by Holm over all
     * slices of all tags.
     *
     * @param metricName e.g. {@code accuracy}
     * @return the slices, those least likely by chance first; those that moved have an adjusted p below 1 less the level
     * @throws IllegalArgumentException if a run has no metric of that name; the message lists those it has
     * @throws IllegalStateException if both runs were read from files, so that nobody knows how the metric is computed
     */
    public List<SliceDifference> slices(String metricName) {
        baseline.metric(metricName);
        other.metric(metricName);
        return SliceDifferences.of(
                definition(metricName), metricName, pairs, other.provenance().uncertainty());
    }

    private Difference difference(String name, Optional<Interval> interval) {
        var from = baseline.metric(name);
        var to = other.metric(name);
        MetricValue change = from.match(
                a -> to.match(
                        b -> change(a, b, interval, pairs.size()), reason -> new Undefined("other run: " + reason)),
                reason -> new Undefined("baseline: " + reason));
        return new Difference(name, from, to, change);
    }

    static MetricValue change(Estimate from, Estimate to, Optional<Interval> interval, int n) {
        return new Estimate(
                to.value() - from.value(),
                interval,
                n,
                from.excluded() + to.excluded(),
                new Reach(
                        to.reach().lowest() - from.reach().highest(),
                        to.reach().highest() - from.reach().lowest()));
    }

    private Map<Metric<? super O, ? super R>, List<String>> byDefinition(List<String> metricNames) {
        var together = new LinkedHashMap<Metric<? super O, ? super R>, List<String>>();
        for (var name : metricNames) {
            if (baseline.metric(name) instanceof Estimate && other.metric(name) instanceof Estimate) {
                together.computeIfAbsent(definition(name), metric -> new ArrayList<>())
                        .add(name);
            }
        }
        return together;
    }

    private Metric<? super O, ? super R> definition(String metricName) {
        return Metric.having(metricName, other.definitions())
                .or(() -> Metric.having(metricName, baseline.definitions()))
                .orElseThrow(() -> new IllegalStateException("both runs were read from files and have values only;"
                        + " compute '" + metricName + "' anew with withMetrics"));
    }

    /** {@return one line: both names and how many pairs there are} */
    @Override
    public String toString() {
        return other.name() + " against " + baseline.name() + ": " + pairs.size() + " pairs";
    }
}
