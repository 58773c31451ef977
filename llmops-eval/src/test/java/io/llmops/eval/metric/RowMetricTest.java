package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowMetricTest {

    private static final Range TEN = new Range(0, 10);

    private static RowMetric<Double, Double> mean(Range range) {
        RowReader<Double, Double> answer = new RowReader<>() {
            @Override
            public boolean read(Observation<?, ? extends Double, ? extends Double> observation, double[] into) {
                into[0] = observation.outcome().match(value -> value, reason -> Double.NaN, (stage, reason) -> 0.0);
                into[1] = 1;
                return !Double.isNaN(into[0]);
            }

            @Override
            public boolean readBest(Observation<?, ? extends Double, ? extends Double> observation, double[] into) {
                into[0] = observation.reference();
                into[1] = 1;
                return true;
            }
        };
        return RowMetric.of(
                List.of(new MetricDescription("mean", Direction.HIGHER_IS_BETTER, range, "mean of the answers")),
                answer,
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[1] == 0 ? Double.NaN : sums[0] / sums[1]));
    }

    private static Estimate of(RowMetric<Double, Double> metric, List<Outcome<Double>> outcomes) {
        var accumulator = metric.accumulator();
        var row = 0;
        for (var outcome : outcomes) {
            accumulator.add(Observation.of(Example.of("row" + row++, "in", 10.0), outcome), 1);
        }
        return accumulator.values(Uncertainty.STANDARD).get("mean").estimate().orElseThrow();
    }

    private static List<Outcome<Double>> normal(int count, long seed) {
        var random = new Random(seed);
        return random.doubles(count)
                .<Outcome<Double>>mapToObj(x -> Outcome.answered(5 + random.nextGaussian()))
                .toList();
    }

    @Test
    void hasTheIntervalThatTheoryHasForAMeanByTheBootstrap() {
        var estimate = of(mean(TEN), normal(400, 1));

        var interval = estimate.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("bootstrap bca");
        // the half width is 1.96 / sqrt(400) = 0.098 times the sample's deviation; 2,000 resamples know it to 3 %
        assertThat(interval.width() / 2).isCloseTo(0.098, within(0.01));
        assertThat(interval.contains(estimate.value())).isTrue();
    }

    @Test
    void hasTheIntervalThatTheoryHasForAMeanByDerivatives() {
        var estimate = of(mean(TEN), normal(25_000, 2));

        var interval = estimate.interval().orElseThrow();
        assertThat(interval.method()).isEqualTo("delta");
        // 1.96 / sqrt(25,000), and the sample's deviation is 1 within 0.5 %
        assertThat(interval.width() / 2).isCloseTo(0.012396, within(0.0002));
    }

    @Test
    void hasAnIntervalOfWidthWhereNothingVaried() {
        var interval = of(mean(TEN), List.of(Outcome.answered(10.0), Outcome.answered(10.0)))
                .interval()
                .orElseThrow();

        assertThat(interval.method()).isEqualTo("wilson over the range");
        assertThat(interval.upper()).isEqualTo(10);
        assertThat(interval.lower()).isLessThan(5);
    }

    @Test
    void hasNoIntervalWhereNothingVariedInAnUnboundedRange() {
        assertThat(of(mean(Range.ANY), List.of(Outcome.answered(3.0))).interval())
                .isEmpty();
    }

    @Test
    void countsFailuresAsTheyAreReadAndSaysHowFarTheyReach() {
        var estimate =
                of(mean(TEN), List.of(Outcome.answered(4.0), Outcome.answered(2.0), Outcome.failed("ask", "500")));

        assertThat(estimate.value()).isEqualTo(2.0);
        assertThat(estimate.reach().lowest()).isEqualTo(2.0);
        assertThat(estimate.reach().highest()).isCloseTo(16 / 3.0, within(1e-12));
    }

    @Test
    void countsWhatIsExcluded() {
        var estimate = of(mean(TEN), List.of(Outcome.answered(4.0), Outcome.abstained("no idea")));

        assertThat(estimate.value()).isEqualTo(4.0);
        assertThat(estimate.n()).isEqualTo(1);
        assertThat(estimate.excluded()).isEqualTo(1);
    }

    @Test
    void drawsFractionalWeightsWithTheirRows() {
        var accumulator = mean(TEN).accumulator();
        for (var i = 0; i < 100; i++) {
            accumulator.add(
                    Observation.of(Example.of("row" + i, "in", 10.0), Outcome.answered((double) (i % 10))), 0.25);
        }

        var estimate =
                accumulator.values(Uncertainty.STANDARD).get("mean").estimate().orElseThrow();

        assertThat(estimate.value()).isCloseTo(4.5, within(1e-12));
        assertThat(estimate.n()).isEqualTo(100);
        // the deviation of 0..9 is 2.872: 1.96 * 2.872 / 10
        assertThat(estimate.interval().orElseThrow().width() / 2).isCloseTo(0.563, within(0.05));
    }

    @Test
    void numbersLabelsInTheirOrderWhateverCameFirst() {
        LabelReader<String, String> reader = (observation, into) -> {
            into[0] = observation.reference();
            into[1] = observation.outcome().match(answer -> answer, reason -> "", (stage, reason) -> "");
            return true;
        };
        var metric = RowMetric.ofLabels(
                List.of(new MetricDescription("places", Direction.NEITHER, Range.ANY, "made up")),
                reader,
                RowStatistics.ofSums(2, (sums, into) -> into[0] = sums[0] + 100 * sums[1]));

        // of a, b, c the places are 0, 1, 2
        var whole = Observed.sum(metric.accumulator(), Observed.pairs("c>b", "b>c"));
        assertThat(whole.value("places")).hasValue(1 + 100 * 1);
        whole.merge(Observed.sum(metric.accumulator(), Observed.pairs("a>c")), 1);
        assertThat(whole.value("places")).hasValue((2 + 1 + 0) + 100 * (1 + 2 + 2));
    }

    @Test
    void prefersAFormulaToResampling() {
        RowReader<String, String> reader = (observation, into) -> {
            into[0] = observation.isRight() ? 1 : 0;
            return true;
        };
        var statistics = new RowStatistics() {
            @Override
            public int width() {
                return 1;
            }

            @Override
            public Computation over(RowTable rows) {
                return new Computation() {
                    @Override
                    public void compute(double[] weights, double[] into) {
                        into[0] =
                                right(rows, weights) / DoubleStream.of(weights).sum();
                    }

                    @Override
                    public Optional<Interval> interval(int statistic, double[] weights, double level) {
                        return Optional.of(Proportions.wilson(
                                right(rows, weights), DoubleStream.of(weights).sum(), level));
                    }
                };
            }

            private double right(RowTable rows, double[] weights) {
                return IntStream.range(0, weights.length)
                        .mapToDouble(row -> rows.at(row, 0) * weights[row])
                        .sum();
            }
        };
        var metric = RowMetric.of(
                List.of(new MetricDescription("right", Direction.HIGHER_IS_BETTER, Range.UNIT, "made up")),
                reader,
                statistics);
        var accumulator = metric.accumulator();
        Observed.pairs("a>a", "b>c", "c>c").forEach(one -> accumulator.add(one, 0.5));

        // three observations of one half are three effective ones
        assertThat(accumulator
                        .values(Uncertainty.STANDARD)
                        .get("right")
                        .estimate()
                        .orElseThrow()
                        .interval())
                .contains(Proportions.wilson(2, 3, 0.95));
    }

    @Test
    void joinsMetricsOfDifferentNamesOnly() {
        var exact = Scorers.exactMatch();

        assertThat(Metric.joined(List.of(exact, new OutcomeShares())).describe())
                .extracting(MetricDescription::name)
                .containsExactly("exact_match", "share/abstained", "share/failed");
        assertThatThrownBy(() -> Metric.joined(List.of(exact, Scorers.exactMatch())))
                .hasMessage("two metrics have a value named 'exact_match'");
    }

    @Test
    void givesTheValuesOfJoinedMetricsInTheOrderOfTheNames() {
        var joined = Metric.joined(List.of(Scorers.exactMatch(), new OutcomeShares()));
        var accumulator = Observed.sum(joined.accumulator(), Observed.pairs("a>a", "b>!", "c>?", "c>c"));

        assertThat(accumulator.values(List.of("share/failed", "exact_match", "unknown", "share/abstained")))
                .containsExactly(
                        OptionalDouble.of(0.25),
                        OptionalDouble.of(0.5),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.25));
    }

    @Test
    void refusesTheAccumulatorOfAnother() {
        assertThatThrownBy(() -> mean(TEN).accumulator().merge(otherMean().accumulator(), 1))
                .hasMessage("expected an accumulator of [mean], found one of [other]");
    }

    private static RowMetric<Double, Double> otherMean() {
        return RowMetric.of(
                List.of(new MetricDescription("other", Direction.NEITHER, TEN, "made up")),
                (observation, into) -> true,
                RowStatistics.ofSums(1, (sums, into) -> into[0] = sums[0]));
    }
}
