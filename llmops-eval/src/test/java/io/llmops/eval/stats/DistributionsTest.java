package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    @Test
    void quantilesAreTheInverseOfTheDistributionsToTheLastDigits() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed);
            double p = Math.pow(random.nextDouble(), 1 + random.nextInt(20));
            double a = 0.3 + 40 * random.nextDouble();
            double b = 0.3 + 40 * random.nextDouble();
            Percentage tight = Percentage.withPercentage(1e-9);
            String as = "seed " + seed;
            assertThat(Distributions.studentCdf(Distributions.studentQuantile(p, a), a))
                    .as(as)
                    .isCloseTo(p, tight);
            assertThat(Distributions.chiSquaredCdf(Distributions.chiSquaredQuantile(p, a), a))
                    .as(as)
                    .isCloseTo(p, tight);
            assertThat(Distributions.betaCdf(Distributions.betaQuantile(p, a, b), a, b))
                    .as(as)
                    .isCloseTo(p, tight);
            assertThat(Distributions.normalCdf(Distributions.normalQuantile(p)))
                    .as(as)
                    .isCloseTo(p, tight);
        }
    }

    /** By hand: the normal tail's asymptotic series; t with one degree of freedom is Cauchy; χ² with two exponential. */
    @Test
    void keepsItsDigitsFarOutInTheTails() {
        double x = 37;
        double series = 1 - 1 / (x * x) + 3 / Math.pow(x, 4) - 15 / Math.pow(x, 6) + 105 / Math.pow(x, 8);
        assertThat(Distributions.normalSf(x))
                .isCloseTo(Distributions.normalPdf(x) / x * series, Percentage.withPercentage(1e-8));
        assertThat(Distributions.studentSf(1e150, 1)).isCloseTo(1e-150 / Math.PI, Percentage.withPercentage(1e-10));
        assertThat(Distributions.studentSf(Double.POSITIVE_INFINITY, 7)).isZero();
        assertThat(Distributions.chiSquaredSf(1300, 2)).isCloseTo(Math.exp(-650), Percentage.withPercentage(1e-9));
        assertThat(Distributions.binomialSf(999, 1000, 0.5))
                .isCloseTo(Math.pow(2, -1000), Percentage.withPercentage(1e-9));
    }

    @Test
    void holdsForMillionsOfTrials() {
        assertThat(Distributions.binomialCdf(1_500_000, 3_000_000, 0.5))
                .isCloseTo(0.5 + Distributions.binomialPmf(1_500_000, 3_000_000, 0.5) / 2, within(1e-12));
        double upper = Distributions.betaQuantile(0.975, 2_700_001, 300_000);
        assertThat(upper).isBetween(0.90033, 0.90035);
    }

    @Test
    void knowsTheEndsOfTheLine() {
        assertThat(Distributions.normalQuantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Distributions.normalCdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Distributions.betaCdf(0, 2, 3)).isZero();
        assertThat(Distributions.betaCdf(1, 2, 3)).isEqualTo(1);
        assertThat(Distributions.fSf(0, 2, 3)).isEqualTo(1);
        assertThat(Distributions.binomialPmf(0, 0, 0.3)).isEqualTo(1);
        assertThat(Distributions.binomialPmf(3, 3, 1)).isEqualTo(1);
    }
}
