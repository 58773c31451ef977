package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.LawException.Law;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.agreement.Agreement;
import io.llmops.eval.metric.agreement.Scale;
import io.llmops.eval.metric.agreement.Weighting;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.metric.classification.ZeroDivision;
import io.llmops.eval.metric.clustering.Clustering;
import io.llmops.eval.metric.preference.Preference;
import io.llmops.eval.metric.preference.Sampling;
import io.llmops.eval.metric.regression.Regression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every metric keeps, see {@link Metric}, but for what {@link LawException} lists. A metric that is added to a shelf
 * is added here.
 */
class MetricLawsTest {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(200);
    private static final int DATA_SETS = 20;

    static Stream<LawCase<?, ?>> metrics() {
        var labels = Stream.of(
                Classification.report(),
                Classification.report().withBetas(0.5, 1, 2).withLabels(List.of("b", "z")),
                Classification.report().withZeroDivision(ZeroDivision.ONE),
                Scorers.exactMatch(),
                Scorers.of(
                        "length",
                        (answer, reference) -> Math.min(1, answer.toString().length() / 7.0)),
                Scorers.of(
                        new MetricDescription("gap", Direction.LOWER_IS_BETTER, Range.ANY, "made up"),
                        (answer, reference) -> Integer.signum(answer.toString().compareTo(reference.toString())) * 1.7),
                new OutcomeShares(),
                sharedLetters(),
                ordered(),
                Clustering.report());
        var ratings = Stream.concat(
                Stream.of(
                        Agreement.percent(),
                        Agreement.daviesFleissKappa(),
                        Agreement.fleissKappa(),
                        Agreement.scottPi(),
                        Agreement.bennettS(),
                        Agreement.gwetAc1(),
                        Agreement.cohenKappa().withCategories(List.of(1, 2, 3, 4, 5, 6))),
                Stream.concat(
                        Arrays.stream(Weighting.values())
                                .flatMap(weighting ->
                                        Stream.of(Agreement.cohenKappa(weighting), Agreement.gwetAc2(weighting))),
                        Arrays.stream(Scale.values()).map(Agreement::krippendorffAlpha)));
        return Stream.of(
                        labels.map(metric -> new LawCase<>(metric, LawData::labels)),
                        ratings.map(metric -> new LawCase<Object, Object>(metric, LawData::ratings)),
                        Stream.of(
                                new LawCase<>(Regression.report(), LawData::numbers),
                                new LawCase<>(Regression.report(), LawData::ratings),
                                new LawCase<>(Regression.pinball(0.9), LawData::numbers),
                                new LawCase<>(Regression.correlation(), LawData::numbers),
                                new LawCase<>(Regression.correlation(), LawData::ratings),
                                new LawCase<>(Sampling.passAt(3, Object::equals), LawData::repeats),
                                new LawCase<>(Sampling.passAll(2, Object::equals), LawData::repeats),
                                new LawCase<>(Sampling.majorityAt(4, Object::equals), LawData::repeats),
                                new LawCase<>(Preference.winRate("b"), LawData::games),
                                new LawCase<>(Preference.bradleyTerry(), LawData::games)))
                .flatMap(cases -> cases);
    }

    /** A function of sums, with a failed answer counting as an empty one. */
    private static Metric<Object, Object> sharedLetters() {
        RowReader<Object, Object> letters = (observation, into) -> {
            var answer = observation.outcome().match(Object::toString, reason -> "", (stage, reason) -> "");
            into[0] = answer.chars()
                    .filter(letter -> observation.reference().toString().indexOf(letter) >= 0)
                    .count();
            into[1] = answer.length() + observation.reference().toString().length();
            return true;
        };
        return RowMetric.of(
                List.of(new MetricDescription("letters", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                letters,
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]));
    }

    /** A function of all rows: the share of pairs of different references whose answers are in the same order. */
    private static Metric<Object, Object> ordered() {
        RowReader<Object, Object> lengths = (observation, into) -> {
            into[0] = observation.reference().toString().charAt(0);
            into[1] = observation
                    .outcome()
                    .match(answer -> (double) answer.toString().charAt(0), no -> 0.0, (s, no) -> 0.0);
            return into[1] > 0;
        };
        return RowMetric.of(
                List.of(new MetricDescription("ordered", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                lengths,
                new RowStatistics() {
                    @Override
                    public int width() {
                        return 2;
                    }

                    @Override
                    public Computation over(RowTable rows) {
                        return (weights, into) -> into[0] = share(rows, weights);
                    }
                });
    }

    private static double share(RowTable rows, double[] weights) {
        var right = 0.0;
        var all = 0.0;
        for (var i = 0; i < rows.size(); i++) {
            for (var j = 0; j < rows.size(); j++) {
                if (rows.at(i, 0) < rows.at(j, 0)) {
                    all += weights[i] * weights[j];
                    right += rows.at(i, 1) < rows.at(j, 1) ? weights[i] * weights[j] : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : right / all;
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void doesNotDependOnTheOrder(LawCase<O, R> law) {
        var metric = law.metric();
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var shuffled = new ArrayList<>(law.data().apply(seed));
            Collections.shuffle(shuffled, new Random(seed));

            same(
                    Law.ORDER,
                    seed,
                    values(metric, shuffled),
                    values(metric, law.data().apply(seed)));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void mergesPartsToTheWhole(LawCase<O, R> law) {
        var metric = law.metric();
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var all = law.data().apply(seed);
            var merged = metric.accumulator();
            for (var part : List.of(all.subList(0, 2), all.subList(2, 2), all.subList(2, all.size()))) {
                merged.merge(Observed.sum(metric.accumulator(), part), 1);
            }

            same(Law.MERGE, seed, merged.values(QUICK), values(metric, all));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void takesWeightTwoForTwice(LawCase<O, R> law) {
        var metric = law.metric();
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var weighted = metric.accumulator();
            var twice = metric.accumulator();
            var merged = metric.accumulator();
            for (var observation : law.data().apply(seed)) {
                weighted.add(observation, 2);
                twice.add(observation, 1);
                twice.add(observation, 1);
                merged.merge(Observed.sum(metric.accumulator(), List.of(observation)), 2);
            }

            same(Law.WEIGHT, seed, weighted.values(QUICK), twice.values(QUICK));
            same(Law.MERGE, seed, merged.values(QUICK), twice.values(QUICK));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void givesTheQuickValueThatItReports(LawCase<O, R> law) {
        var metric = law.metric();
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            var accumulator = Observed.sum(metric.accumulator(), law.data().apply(seed));
            accumulator.values(QUICK).forEach((name, value) -> {
                var quick = accumulator.value(name);
                assertThat(quick.isPresent())
                        .as("%s %s", at, name)
                        .isEqualTo(value.estimate().isPresent());
                value.estimate()
                        .ifPresent(estimate -> assertThat(quick.getAsDouble())
                                .as("%s %s", at, name)
                                .isCloseTo(estimate.value(), within(1e-12)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void hasIntervalsOfSomeWidthAroundEveryValueInItsRange(LawCase<O, R> law) {
        var metric = law.metric();
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            values(metric, law.data().apply(seed))
                    .forEach((name, value) -> value.estimate().ifPresent(estimate -> {
                        var range = metric.describe().stream()
                                .filter(description -> description.describes(name))
                                .findFirst()
                                .orElseThrow()
                                .range();
                        assertThat(range.contains(estimate.value()))
                                .as("%s %s", at, name)
                                .isTrue();
                        assertThat(estimate.reach().lowest())
                                .as("%s %s", at, name)
                                .isLessThanOrEqualTo(estimate.value());
                        assertThat(estimate.reach().highest())
                                .as("%s %s", at, name)
                                .isGreaterThanOrEqualTo(estimate.value());
                        if (LawException.excuses(name, Law.INTERVAL)) {
                            assertThat(estimate.interval())
                                    .as("%s %s", at, name)
                                    .isEmpty();
                        } else if (range.isBounded() && estimate.n() > 0) {
                            assertThat(estimate.interval())
                                    .as("%s %s", at, name)
                                    .isPresent();
                        }
                        estimate.interval().ifPresent(interval -> {
                            assertThat(interval.width()).as("%s %s", at, name).isPositive();
                            assertThat(interval.contains(estimate.value()))
                                    .as("%s %s %s", at, name, estimate)
                                    .isTrue();
                        });
                    }));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void isUndefinedOverNothing(LawCase<O, R> law) {
        var metric = law.metric();
        assertThat(metric.accumulator().values(QUICK))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(MetricValue.Undefined.class));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    <O, R> void refusesWeightsThatAreNone(LawCase<O, R> law) {
        var metric = law.metric();
        var observation = law.data().apply(0).get(0);
        for (var weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> metric.accumulator().add(observation, weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a finite weight of 0 or more, found " + weight);
        }
    }

    private static <O, R> Map<String, MetricValue> values(
            Metric<O, R> metric, List<? extends Observation<?, ? extends O, ? extends R>> observations) {
        return Observed.sum(metric.accumulator(), observations).values(QUICK);
    }

    private static void same(Law law, long seed, Map<String, MetricValue> found, Map<String, MetricValue> expected) {
        assertThat(found.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        found.forEach((name, value) -> {
            var other = expected.get(name);
            if (LawException.excuses(name, law)) {
                return;
            }
            if (value instanceof Estimate one && other instanceof Estimate two) {
                assertThat(one.value()).as("seed %d %s", seed, name).isCloseTo(two.value(), within(1e-12));
                assertThat(one.n()).as("seed %d %s", seed, name).isEqualTo(two.n());
                assertThat(one.excluded()).as("seed %d %s", seed, name).isEqualTo(two.excluded());
                assertThat(one.interval().isPresent())
                        .as("seed %d %s", seed, name)
                        .isEqualTo(two.interval().isPresent());
                one.interval().ifPresent(interval -> {
                    var bounds = two.interval().orElseThrow();
                    assertThat(interval.lower()).as("seed %d %s", seed, name).isCloseTo(bounds.lower(), within(1e-9));
                    assertThat(interval.upper()).as("seed %d %s", seed, name).isCloseTo(bounds.upper(), within(1e-9));
                });
            } else {
                assertThat(value).as("seed %d %s", seed, name).isEqualTo(other);
            }
        });
    }
}
