package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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

    /** Large, many middling, and small cells: each cell is binomial, and so is any union of cells. */
    @Test
    void cellsAndUnionsOfCellsAreBinomialWhereMiddlingCellsAreMany() {
        long[] counts = new long[300];
        RandomStream setting = RandomStream.of(77);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i < 3 ? 12_000 : i < 150 ? 12 + setting.nextInt(60) : setting.nextInt(12);
        }
        Multinomial multinomial = Multinomial.of(counts);
        int[][] unions = {{0}, {10}, {140}, {299, 298, 297, 296}, {5, 6, 7, 8, 9, 10, 11, 200}, {0, 20, 21, 22, 180}};
        double n = multinomial.total();
        int draws = 20_000;
        double[][] found = new double[unions.length][draws];
        long[] into = new long[counts.length];
        RandomStream random = RandomStream.of(5);
        for (int d = 0; d < draws; d++) {
            multinomial.sample(random, into);
            assertThat(Arrays.stream(into).sum()).isEqualTo(multinomial.total());
            for (int u = 0; u < unions.length; u++) {
                found[u][d] =
                        Arrays.stream(unions[u]).mapToLong(cell -> into[cell]).sum();
            }
        }
        for (int u = 0; u < unions.length; u++) {
            double p = Arrays.stream(unions[u]).mapToLong(cell -> counts[cell]).sum() / n;
            double variance = n * p * (1 - p);
            assertThat(Numbers.mean(found[u]))
                    .as("seed 5, union %s", u)
                    .isCloseTo(n * p, within(4 * Math.sqrt(variance / draws)));
            assertThat(Numbers.variance(found[u]))
                    .as("seed 5, union %s", u)
                    .isCloseTo(variance, within(4 * variance * Math.sqrt((2 + 1 / variance) / draws)));
            for (double tail : new double[] {0.05, 0.3, 0.7, 0.95}) {
                double upTo = Math.floor(n * p + Math.sqrt(variance) * Distributions.normalQuantile(tail));
                double expected = Distributions.binomialCdf(upTo, n, p);
                double share =
                        (double) Arrays.stream(found[u]).filter(x -> x <= upTo).count() / draws;
                assertThat(share)
                        .as("seed 5, union %s, up to %s", u, upTo)
                        .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / draws)));
            }
        }
    }

    @Test
    void drawsNothingByTableWhenTheTablesDrawTooMuch() {
        long[] counts = new long[100];
        int[] cells = new int[100];
        Arrays.fill(counts, 50);
        Arrays.setAll(cells, i -> i);
        ManyCells many = ManyCells.of(cells, counts, 5000);
        long[] into = new long[100];
        assertThat(many.sample(RandomStream.of(1), 3000, into)).isFalse();
        assertThat(into).containsOnly(0);
        assertThat(many.sample(RandomStream.of(1), 5000, into)).isTrue();
        assertThat(Arrays.stream(into).sum()).isEqualTo(5000);
    }

    @Test
    void poissonTablesFollowTheirDistribution() {
        for (double mean : new double[] {0.3, 7.5, 140, 9000}) {
            PoissonTable table = PoissonTable.of(mean);
            RandomStream random = RandomStream.of(21);
            double[] values = new double[100_000];
            Arrays.setAll(values, i -> table.draw(random.nextLong()));
            String as = "seed 21, mean " + mean;
            assertThat(Numbers.mean(values)).as(as).isCloseTo(mean, within(4 * Math.sqrt(mean / values.length)));
            assertThat(Numbers.variance(values))
                    .as(as)
                    .isCloseTo(mean, within(4 * mean * Math.sqrt((2 + 1 / mean) / values.length)));
            double none = (double) Arrays.stream(values).filter(v -> v == 0).count() / values.length;
            assertThat(none).as(as).isCloseTo(Math.exp(-mean), within(0.007));
        }
    }

    @Test
    void aliasTablesDrawByWeight() {
        double[] weights = {1, 0, 5, 2, 0, 12};
        AliasTable table = AliasTable.of(weights);
        RandomStream random = RandomStream.of(8);
        double[] counts = new double[table.size()];
        for (int i = 0; i < 200_000; i++) {
            counts[table.draw(random.nextLong())]++;
        }
        for (int i = 0; i < counts.length; i++) {
            double expected = i < weights.length ? weights[i] * 10_000 : 0;
            assertThat(counts[i]).as("seed 8, outcome %s", i).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
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
