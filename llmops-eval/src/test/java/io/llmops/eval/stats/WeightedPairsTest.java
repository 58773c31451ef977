package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedPairsTest {

    @Test
    void countsAWholeWeightAsSoManyPairs() {
        for (var seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var x = random.ints(12, 0, 6).asDoubleStream().toArray();
            var y = random.ints(12, 0, 6).asDoubleStream().toArray();
            var weights = random.ints(12, 0, 4).asDoubleStream().toArray();
            x[0] = -1;
            y[0] = 9;
            weights[0] = 2;
            var rows = IntStream.range(0, 12)
                    .flatMap(i -> IntStream.range(0, (int) weights[i]).map(time -> i))
                    .toArray();
            var allX = IntStream.of(rows).mapToDouble(i -> x[i]).toArray();
            var allY = IntStream.of(rows).mapToDouble(i -> y[i]).toArray();

            var pairs = WeightedPairs.of(x, y);

            var at = "seed " + seed;
            assertThat(pairs.pearson(weights).orElseThrow())
                    .as(at)
                    .isCloseTo(Correlations.pearson(allX, allY).statistic(), within(1e-12));
            assertThat(pairs.spearman(weights).orElseThrow())
                    .as(at)
                    .isCloseTo(Correlations.spearman(allX, allY).statistic(), within(1e-12));
            assertThat(pairs.kendallB(weights).orElseThrow())
                    .as(at)
                    .isCloseTo(Correlations.kendallB(allX, allY).statistic(), within(1e-12));
        }
    }

    @Test
    void isEmptyWhereTheWeightedPairsDoNotVary() {
        var pairs = WeightedPairs.of(new double[] {1, 1, 2}, new double[] {1, 2, 3});

        assertThat(pairs.pearson(new double[] {1, 1, 0})).isEmpty();
        assertThat(pairs.spearman(new double[] {0, 0, 5})).isEmpty();
        assertThat(pairs.kendallB(new double[] {0, 0, 0})).isEmpty();
        assertThat(pairs.kendallB(new double[] {1, 0, 1})).hasValue(1);
    }

    @Test
    void refusesOtherLengths() {
        assertThatThrownBy(() -> WeightedPairs.of(new double[] {1, 2}, new double[] {1}))
                .hasMessage("expected as many values of x as values of y, found 2 and 1");
        assertThatThrownBy(() -> WeightedPairs.of(new double[] {1, 2}, new double[] {1, 2})
                        .pearson(new double[] {1}))
                .hasMessage("expected as many weights as pairs, found 1 and 2");
    }
}
