package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultinomialTest {

    @Test
    void drawsAsManyRowsAsThereAreAndNoneOfEmptyCells() {
        long[] counts = {0, 5, 3_000_000, 0, 1, 700, 13, 12, 11};
        Multinomial multinomial = Multinomial.of(counts);
        long[] into = new long[counts.length];
        RandomStream random = RandomStream.of(11);
        for (int i = 0; i < 200; i++) {
            multinomial.sample(random, into);
            assertThat(Arrays.stream(into).sum()).isEqualTo(multinomial.total());
            assertThat(into[0] + into[3]).isZero();
            assertThat(Arrays.stream(into).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void hasTheMeansVariancesAndCovariancesOfTheMultinomial() {
        long[] counts = {40, 3, 0, 25, 8, 1, 100, 11};
        int draws = 100_000;
        double n = 188;
        double[] sums = new double[counts.length];
        double[][] products = new double[counts.length][counts.length];
        long[] into = new long[counts.length];
        Multinomial multinomial = Multinomial.of(counts);
        RandomStream random = RandomStream.of(4);
        for (int d = 0; d < draws; d++) {
            multinomial.sample(random, into);
            for (int i = 0; i < into.length; i++) {
                sums[i] += into[i] - counts[i];
                for (int j = 0; j < into.length; j++) {
                    products[i][j] += (double) (into[i] - counts[i]) * (into[j] - counts[j]);
                }
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double error = Math.sqrt(counts[i] * (1 - counts[i] / n) / draws);
            assertThat(Math.abs(sums[i] / draws)).as("seed 4, mean of %s", i).isLessThanOrEqualTo(4.5 * error);
            for (int j = 0; j < counts.length; j++) {
                double covariance = i == j ? counts[i] * (1 - counts[i] / n) : -counts[i] * counts[j] / n;
                double size = Math.sqrt((double) counts[i] * counts[j] / draws);
                assertThat(Math.abs(products[i][j] / draws - covariance))
                        .as("seed 4, covariance of %s and %s", i, j)
                        .isLessThanOrEqualTo(7 * size);
            }
        }
    }

    @Test
    void refusesNegativeCountsAndAnArrayOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Multinomial.of(new long[] {1, -1}))
                .withMessage("expected counts of 0 or more, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Multinomial.of(new long[] {1, 1}).sample(RandomStream.of(1), new long[3]))
                .withMessage("expected as many places as cells, found 3 and 2");
    }

    @Test
    void aTableWithoutRowsResamplesToItself() {
        long[] into = {7, 7};
        Multinomial.of(new long[2]).sample(RandomStream.of(1), into);
        assertThat(into).containsExactly(0, 0);
    }
}
