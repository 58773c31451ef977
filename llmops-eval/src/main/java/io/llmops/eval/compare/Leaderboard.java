package io.llmops.eval.compare;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * Runs over the same examples, ranked by a metric. Each pair is tested on the examples they share
 * ({@link Comparison#significance}) and the p-values are adjusted for their number, so that two candidates stand apart
 * only where more than chance tells them apart. Not to differ is not to be equal: with few examples nobody can be told
 * from anybody.
 *
 * <pre>{@code
 * var board = Leaderboard.of("f1/macro", Candidate.of(small).with(card), Candidate.of(large));
 * board.standings();       // ranked, with letters for those that can't be told apart
 * board.pick();            // the cheapest of those that can't be told from the best
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class Leaderboard<O, R> {

    private final String metric;
    private final Correction correction;
    private final List<Candidate<O, R>> ranked;
    private final PairTests<O, R> tests;

    private Leaderboard(String metric, Correction correction, List<Candidate<O, R>> ranked, PairTests<O, R> tests) {
        this.metric = metric;
        this.correction = correction;
        this.ranked = ranked;
        this.tests = tests;
    }

    /**
     * Returns the leaderboard of some candidates, adjusted by Holm.
     *
     * @param metric e.g. {@code f1/macro}
     * @param candidates two or more, of different names, over the same examples
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the leaderboard
     * @throws IllegalArgumentException if there are fewer than two candidates, two of the same name, examples that not all
     *     have, or a candidate whose metric is missing or undefined
     * @throws IllegalStateException if all runs were read from files, so that nobody knows how the metric is computed
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <O, R> Leaderboard<O, R> of(String metric, Candidate<O, R>... candidates) {
        return of(metric, List.of(candidates), Correction.HOLM);
    }

    /**
     * Returns the leaderboard of some candidates.
     *
     * @param metric e.g. {@code f1/macro}
     * @param candidates two or more, of different names, over the same examples
     * @param correction how p-values are adjusted
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the leaderboard
     * @throws IllegalArgumentException if there are fewer than two candidates, two of the same name, examples that not all
     *     have, or a candidate whose metric is missing or undefined
     * @throws IllegalStateException if all runs were read from files, so that nobody knows how the metric is computed
     */
    public static <O, R> Leaderboard<O, R> of(String metric, List<Candidate<O, R>> candidates, Correction correction) {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(correction, "correction");
        if (candidates.size() < 2) {
            throw new IllegalArgumentException("expected two candidates or more, found " + candidates.size());
        }
        var names = new HashSet<String>();
        for (var candidate : candidates) {
            if (!names.add(candidate.name())) {
                throw new IllegalArgumentException("two candidates are named '" + candidate.name() + "'");
            }
            estimate(candidate, metric);
        }
        var sign = direction(candidates, metric) == Direction.LOWER_IS_BETTER ? -1 : 1;
        var ranked = candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate<O, R> one) ->
                                -sign * estimate(one, metric).value())
                        .thenComparing(Candidate::name))
                .toList();
        return new Leaderboard<>(metric, correction, ranked, PairTests.of(metric, ranked, correction));
    }

    private static Direction direction(List<? extends Candidate<?, ?>> candidates, String metric) {
        return candidates.stream()
                .flatMap(one -> one.run().describe(metric).stream())
                .map(MetricDescription::direction)
                .findFirst()
                .orElse(Direction.HIGHER_IS_BETTER);
    }

    private static MetricValue.Estimate estimate(Candidate<?, ?> candidate, String metric) {
        EvaluationRun<?, ?, ?> run = candidate.run();
        return run.metric(metric).match(estimate -> estimate, reason -> {
            throw new IllegalArgumentException("expected a value of '" + metric + "' for '" + candidate.name()
                    + "', found it undefined: " + reason);
        });
    }

    /** {@return what it is ranked by} */
    public String metric() {
        return metric;
    }

    /** {@return how p-values are adjusted} */
    public Correction correction() {
        return correction;
    }

    /** {@return the candidates, the best first; of equal values by name} */
    public List<Standing<O, R>> standings() {
        var letters = tests.letters();
        var front = ParetoFront.of(metric, ranked);
        var standings = new ArrayList<Standing<O, R>>();
        for (var i = 0; i < ranked.size(); i++) {
            var value = estimate(ranked.get(i), metric);
            var shared = i > 0 && standings.get(i - 1).value().value() == value.value();
            standings.add(new Standing<>(
                    shared ? standings.get(i - 1).place() : i + 1,
                    ranked.get(i),
                    value,
                    letters.get(i),
                    front.contains(ranked.get(i))));
        }
        return List.copyOf(standings);
    }

    /**
     * Returns how likely a difference as large as that of two candidates is by chance, adjusted for all pairs.
     *
     * @param one a candidate's name
     * @param other another's
     * @return the adjusted p-value, from 0 to 1
     * @throws IllegalArgumentException if there is no such candidate, or both are the same
     */
    public double pValue(String one, String other) {
        var i = index(one);
        var j = index(other);
        if (i == j) {
            throw new IllegalArgumentException("expected two candidates, found '" + one + "' twice");
        }
        return tests.adjusted(i, j);
    }

    private int index(String name) {
        for (var i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("expected a candidate, found no '" + name + "'; there are "
                + ranked.stream().map(Candidate::name).toList());
    }

    /**
     * Returns the candidates that no other beats: none is as good by the metric's value, as cheap and as quick, and better
     * in one of these. Costs count where both are known.
     *
     * @return the Pareto set, in the order of the standings
     */
    public List<Candidate<O, R>> paretoSet() {
        return ParetoFront.of(metric, ranked);
    }

    /**
     * Returns whom to take: of those that can't be told from the best the cheapest, if all their costs are known, else the
     * quickest by the middle time.
     *
     * @return the pick
     */
    public Pick<O, R> pick() {
        return Picking.from(metric, standings(), tests);
    }

    /** {@return one line: the metric and the names in their order} */
    @Override
    public String toString() {
        return metric + ": " + ranked.stream().map(Candidate::name).toList();
    }
}
