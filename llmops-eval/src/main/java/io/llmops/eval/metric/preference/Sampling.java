package io.llmops.eval.metric.preference;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RepeatsReader;
import io.llmops.eval.metric.RowMetric;
import io.llmops.eval.metric.RowStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * The shelf of metrics over the repeats of an example. A repeat without an answer did not pass and casts no vote. An
 * example with fewer repeats than asked for is excluded and counted. Intervals are over examples. Safe for use by many
 * threads.
 */
public final class Sampling {

    private static final RowStatistics MEAN =
            RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]);

    private Sampling() {}

    /**
     * Returns the chance that at least one of k repeats passes, {@code pass@5} for 5: the unbiased estimate
     * 1 − C(n − c, k) / C(n, k) of each example's n repeats, c of which pass, and the mean over examples.
     *
     * @param k how many repeats are drawn, above 0
     * @param passes takes an answer and the reference
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     * @throws IllegalArgumentException if k is not above 0
     */
    public static <O, R> Metric<O, R> passAt(int k, BiPredicate<? super O, ? super R> passes) {
        return passing(anyOf(Integer.toString(requireCount(k))), k, passes, Draws::anyPasses);
    }

    /**
     * Returns the chance that all of k repeats pass, {@code pass^5} for 5: the unbiased estimate C(c, k) / C(n, k) of each
     * example's n repeats, c of which pass, and the mean over examples.
     *
     * @param k how many repeats are drawn, above 0
     * @param passes takes an answer and the reference
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     * @throws IllegalArgumentException if k is not above 0
     */
    public static <O, R> Metric<O, R> passAll(int k, BiPredicate<? super O, ? super R> passes) {
        return passing(allOf(Integer.toString(requireCount(k))), k, passes, Draws::allPass);
    }

    /**
     * Returns whether the answer that most of an example's first k repeats gave is right, {@code majority@5} for 5; of t
     * answers with as many votes each counts 1 / t. Answers are the same if they are equal.
     *
     * @param k how many repeats vote, above 0
     * @param right takes an answer and the reference
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the metric
     * @throws IllegalArgumentException if k is not above 0
     */
    public static <O, R> Metric<O, R> majorityAt(int k, BiPredicate<? super O, ? super R> right) {
        return RowMetric.ofRepeats(
                List.of(majority(Integer.toString(requireCount(k)))), new MajorityVote<O, R>(k, right), MEAN);
    }

    /**
     * Returns a metric of what most repeats of each example answer, as if the votes were counted before anything is
     * measured: every value of the metric, named {@code majority/f1/macro}, over one observation an example. Answers are
     * the same if they are equal; of answers with as many votes that of the earliest repeat counts; an example without
     * votes has the outcome of its earliest repeat. All observations are kept in memory.
     *
     * @param metric what to compute of the answers that were voted for
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the decorated metric; undecorated it is the mean over the repeats
     */
    public static <O, R> Metric<O, R> majority(Metric<O, R> metric) {
        return new MajorityMetric<>(metric);
    }

    /** {@return what the metrics of this shelf are, for every setting} */
    public static List<MetricDescription> describe() {
        return List.of(anyOf("{k}"), allOf("{k}"), majority("{k}"));
    }

    private static MetricDescription anyOf(String k) {
        return unit(
                "pass@" + k, "mean over examples of 1 - C(n - c, k) / C(n, k): of n repeats c pass (Chen et al. 2021)");
    }

    private static MetricDescription allOf(String k) {
        return unit("pass^" + k, "mean over examples of C(c, k) / C(n, k): of n repeats c pass (Yao et al. 2024)");
    }

    private static MetricDescription majority(String k) {
        return unit(
                "majority@" + k,
                "examples whose answer given most often in the first k repeats is right / examples (Wang et al. 2023)");
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    private static int requireCount(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("expected a k above 0, found " + k);
        }
        return k;
    }

    /** A chance from how many repeats there are, how many pass and how many are drawn. */
    private interface Chance {
        double of(int repeats, int passing, int drawn);
    }

    private static <O, R> Metric<O, R> passing(
            MetricDescription description, int k, BiPredicate<? super O, ? super R> passes, Chance chance) {
        Objects.requireNonNull(passes, "passes");
        RepeatsReader<O, R> reader = new RepeatsReader<>() {
            @Override
            public boolean read(List<? extends Observation<?, ? extends O, ? extends R>> repeats, double[] into) {
                return fill(
                        repeats,
                        (int) repeats.stream()
                                .filter(one -> passes(one, passes))
                                .count(),
                        into);
            }

            @Override
            public boolean readBest(List<? extends Observation<?, ? extends O, ? extends R>> repeats, double[] into) {
                var best = repeats.stream()
                        .filter(one -> failed(one) || passes(one, passes))
                        .count();
                return fill(repeats, (int) best, into);
            }

            private boolean fill(List<?> repeats, int passing, double[] into) {
                if (repeats.size() < k) {
                    return false;
                }
                into[0] = chance.of(repeats.size(), passing, k);
                into[1] = 1;
                return true;
            }
        };
        return RowMetric.ofRepeats(List.of(description), reader, MEAN);
    }

    private static <O, R> boolean passes(
            Observation<?, ? extends O, ? extends R> repeat, BiPredicate<? super O, ? super R> passes) {
        return repeat.outcome()
                .match(answer -> passes.test(answer, repeat.reference()), reason -> false, (stage, reason) -> false);
    }

    private static boolean failed(Observation<?, ?, ?> repeat) {
        return repeat.outcome().match(answer -> false, reason -> false, (stage, reason) -> true);
    }
}
