package io.llmops.eval.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Metric;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;
import io.llmops.eval.metric.RowTally;
import io.llmops.eval.metric.Uncertainty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {

    /** The example of scikit-learn's documentation. */
    private static final BinaryScores SMALL =
            BinaryScores.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

    @Test
    void choosesThresholds() {
        // from the top: 0.8 finds 1 of 2 with none wrong; 0.4 adds a wrong one; 0.35 finds both, 2 of 3 right
        assertThat(SMALL.bestF(1)).isEqualTo(new OperatingPoint(0.35, 2 / 3.0, 1, 0.5));
        assertThat(SMALL.bestPrecision(0.5)).isEqualTo(new OperatingPoint(0.8, 1, 0.5, 0));
        assertThat(SMALL.bestPrecision(0.6).threshold()).isEqualTo(0.35);
        assertThat(SMALL.cheapest(10, 1).threshold()).isEqualTo(0.8);
        assertThat(SMALL.cheapest(1, 10).threshold()).isEqualTo(0.35);
    }

    @Test
    void hasDeLongsInterval() {
        // placements of the true ones ½ and 1, of the false ones 1 and ½: variance 1/8 each, 1/8/2 + 1/8/2 = 1/8
        var interval = SMALL.rocAucInterval(0.95);

        assertThat(interval.lower()).isCloseTo(0.75 - 1.959963984540054 * Math.sqrt(1 / 8.0), within(1e-12));
        assertThat(interval.upper()).isEqualTo(1);
        assertThat(interval.method()).isEqualTo("delong");
    }

    @Test
    void neverHasAnIntervalWithoutWidth() {
        var perfect = BinaryScores.of(new double[] {0, 0, 1, 1}, new boolean[] {false, false, true, true});

        assertThat(perfect.rocAuc()).isEqualTo(1);
        assertThat(perfect.rocAucInterval(0.95).width()).isPositive();
    }

    @Test
    void refusesScoresThatAreNoneAndNamesTheExample() {
        Observation<String, Object, Object> bad =
                Observation.of(Example.of("row7", "in", (Object) "yes"), Outcome.answered((Object) Double.NaN));

        assertThatThrownBy(
                        () -> Classification.binaryScores("yes").accumulator().add(bad, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("example 'row7': expected a finite score of 'yes' or scores of labels, found NaN");
        assertThatThrownBy(() -> BinaryScores.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .hasMessage("expected finite scores, found NaN at place 1");
        assertThatThrownBy(() -> BinaryScores.of(new double[] {1}, new boolean[] {true}))
                .hasMessage("expected examples of both kinds, found weights of 1.0 true, 0.0 false");
        assertThatThrownBy(() -> LabelScores.of(Map.of("a", Double.POSITIVE_INFINITY)))
                .hasMessage("expected finite scores, found Infinity of label 'a'");
    }

    @Test
    void areTheirTopLabelToAReport() {
        var scores = LabelScores.of(Map.of("cat", 0.4, "dog", 0.6));
        var counts = Classification.report().accumulator();
        counts.add(Observation.of(Example.of("e", "in", "dog"), Outcome.answered(scores)), 1);

        assertThat(counts.matrix().count("dog", "dog")).isEqualTo(1);
        assertThat(LabelScores.of(Map.of("b", 1.0, "a", 1.0)).top()).isEqualTo("a");
    }

    @Test
    void excludeWhatWasNotAnsweredAndCountIt() {
        Metric.Accumulator<LabelScores, Object> tally = Classification.scores(1).accumulator();
        for (var i = 0; i < 4; i++) {
            Outcome<LabelScores> outcome = i == 0
                    ? Outcome.failed("ask", "500")
                    : i == 1 ? Outcome.abstained("no") : Outcome.answered(LabelScores.of(Map.of("a", 0.9, "b", 0.1)));
            tally.add(Observation.of(Example.of("e" + i, "in", (Object) "a"), outcome), 1);
        }

        var estimate = (Estimate) tally.values(Uncertainty.STANDARD).get("accuracy@1");
        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(estimate.excluded()).isEqualTo(2);
        assertThat(estimate.reach().lowest()).isZero();
    }

    /** Each derivative is what a little more weight of the row changes. */
    @Test
    void haveTheDerivativesTheySay() {
        for (var seed = 0L; seed < 5; seed++) {
            derivatives(seed, new BinaryStatistics(), BinaryStatistics.DESCRIPTIONS.size(), 1, true);
            derivatives(seed, new MulticlassScores(List.of(1, 2), 3), 11, 3, false);
            derivatives(seed, new MultiLabelScores(3), 8, 3, true);
        }
    }

    private static void derivatives(long seed, RowStatistics statistics, int size, int labels, boolean many) {
        var random = new Random(seed);
        var tally = new RowTally(2 * labels);
        var n = 40;
        for (var row = 0; row < n; row++) {
            var numbers = new double[2 * labels];
            var right = random.nextInt(labels);
            for (var label = 0; label < labels; label++) {
                numbers[label] = random.nextInt(12) / 12.7 + 0.013;
                numbers[labels + label] = (many ? random.nextBoolean() : label == right) ? 1 : 0;
            }
            tally.add(numbers, 1);
        }
        var table = new RowStatistics.Computation[1];
        tally.numbers(size, new RowStatistics() {
            @Override
            public int width() {
                return statistics.width();
            }

            @Override
            public Computation over(RowTable rows) {
                table[0] = statistics.over(rows);
                return table[0];
            }
        });
        var weights = new double[n];
        Arrays.fill(weights, 1);
        var found = table[0].derivatives(weights);
        var more = new double[size];
        var less = new double[size];
        var step = 1e-5;
        for (var row = 0; row < n; row++) {
            weights[row] = 1 + step;
            table[0].compute(weights, more);
            weights[row] = 1 - step;
            table[0].compute(weights, less);
            weights[row] = 1;
            // the last is over bins of equal mass, whose borders move
            for (var s = 0; s < size - (size == 8 ? 0 : 1); s++) {
                assertThat(found[s][row])
                        .as("seed %d, statistic %d of %d, row %d", seed, s, size, row)
                        .isCloseTo((more[s] - less[s]) / (2 * step), within(1e-6));
            }
        }
    }

    @Test
    void haveBaselinesThatAreWorkedOutByHand() {
        var tally = Classification.baselines().accumulator();
        for (var label : List.of("a", "a", "a", "b")) {
            tally.add(Observation.of(Example.of("e", "in", (Object) label), Outcome.answered((Object) "x")), 1);
        }

        assertThat(tally.value("baseline/majority/accuracy")).hasValue(0.75);
        // always a: precision ¾, recall 1
        assertThat(tally.value("baseline/majority/f1/macro").orElseThrow()).isCloseTo(6 / 7.0 / 2, within(1e-12));
        assertThat(tally.value("baseline/stratified/accuracy").orElseThrow()).isCloseTo(10 / 16.0, within(1e-12));
        assertThat(tally.value("baseline/stratified/f1/macro")).hasValue(0.5);
        assertThat(tally.value("baseline/uniform/accuracy")).hasValue(0.5);
        // a: precision ¾, recall ½; b: precision ¼, recall ½
        assertThat(tally.value("baseline/uniform/f1/macro").orElseThrow())
                .isCloseTo((0.6 + 1 / 3.0) / 2, within(1e-12));
    }

    @Test
    void showLabelsThatNoReferenceHas() {
        var counts = Classification.multiLabel().accumulator();
        counts.add(Observation.of(Example.of("e", "in", List.of("a")), Outcome.answered(List.of("a", "zebra"))), 1);

        var values = counts.values(Uncertainty.STANDARD);
        assertThat(values.get("precision/zebra").estimate().orElseThrow().value())
                .isZero();
        assertThat(values.get("precision/macro").estimate().orElseThrow().value())
                .isEqualTo(0.5);
        assertThat(counts.counts("zebra")).isDeepEqualTo(new double[][] {{0, 1}, {0, 0}});
    }
}
