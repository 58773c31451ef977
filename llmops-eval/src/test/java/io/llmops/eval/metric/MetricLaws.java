package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.eval.metric.LawException.Law;
import io.llmops.eval.metric.MetricValue.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * What every metric keeps, see {@link Metric}, but for what {@link LawException} lists; tried on data sets made of seeds.
 *
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
final class MetricLaws<O, R> {

    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(200);
    private static final int DATA_SETS = 20;

    private final Metric<O, R> metric;
    private final LongFunction<? extends List<? extends Observation<?, ? extends O, ? extends R>>> data;

    private MetricLaws(LawCase<O, R> law) {
        metric = law.metric();
        data = law.data();
    }

    /** Returns a test for each law. */
    static <O, R> Stream<DynamicTest> of(LawCase<O, R> law) {
        var laws = new MetricLaws<>(law);
        var metric = law.metric();
        return Stream.of(
                test(metric, "does not depend on the order", laws::doesNotDependOnTheOrder),
                test(metric, "merges parts to the whole", laws::mergesPartsToTheWhole),
                test(metric, "takes weight two for twice", laws::takesWeightTwoForTwice),
                test(metric, "gives the quick value that it reports", laws::givesTheQuickValueThatItReports),
                test(
                        metric,
                        "has intervals of some width around every value in its range",
                        laws::hasIntervalsOfSomeWidthAroundEveryValueInItsRange),
                test(metric, "is undefined over nothing", laws::isUndefinedOverNothing),
                test(metric, "refuses weights that are none", laws::refusesWeightsThatAreNone));
    }

    private static DynamicTest test(Metric<?, ?> metric, String law, Executable check) {
        return DynamicTest.dynamicTest(metric + " " + law, check);
    }

    private void doesNotDependOnTheOrder() {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var shuffled = new ArrayList<Observation<?, ? extends O, ? extends R>>(observations(seed));
            Collections.shuffle(shuffled, new Random(seed));

            same(Law.ORDER, seed, values(shuffled), values(observations(seed)));
        }
    }

    private void mergesPartsToTheWhole() {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var all = observations(seed);
            var merged = metric.accumulator();
            for (var part : List.<List<? extends Observation<?, ? extends O, ? extends R>>>of(
                    all.subList(0, 2), all.subList(2, 2), all.subList(2, all.size()))) {
                merged.merge(Observed.sum(metric.accumulator(), part), 1);
            }

            same(Law.MERGE, seed, merged.values(QUICK), values(all));
        }
    }

    private void takesWeightTwoForTwice() {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var weighted = metric.accumulator();
            var twice = metric.accumulator();
            var merged = metric.accumulator();
            for (var observation : observations(seed)) {
                weighted.add(observation, 2);
                twice.add(observation, 1);
                twice.add(observation, 1);
                merged.merge(Observed.sum(metric.accumulator(), List.of(observation)), 2);
            }

            same(Law.WEIGHT, seed, weighted.values(QUICK), twice.values(QUICK));
            same(Law.MERGE, seed, merged.values(QUICK), twice.values(QUICK));
        }
    }

    private void givesTheQuickValueThatItReports() {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            var accumulator = Observed.sum(metric.accumulator(), observations(seed));
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

    private void hasIntervalsOfSomeWidthAroundEveryValueInItsRange() {
        for (var seed = 0L; seed < DATA_SETS; seed++) {
            var at = "seed " + seed;
            values(observations(seed))
                    .forEach((name, value) -> value.estimate().ifPresent(estimate -> {
                        var range = metric.describe(name).orElseThrow().range();
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

    private void isUndefinedOverNothing() {
        assertThat(metric.accumulator().values(QUICK))
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(value).isInstanceOf(MetricValue.Undefined.class));
    }

    private void refusesWeightsThatAreNone() {
        var observation = observations(0).get(0);
        for (var weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> metric.accumulator().add(observation, weight))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a finite weight of 0 or more, found " + weight);
        }
    }

    private List<? extends Observation<?, ? extends O, ? extends R>> observations(long seed) {
        return data.apply(seed);
    }

    private Map<String, MetricValue> values(List<? extends Observation<?, ? extends O, ? extends R>> observations) {
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
