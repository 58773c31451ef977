package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the golden files do not say: conventions where nothing differs, large samples, what is refused. */
class SignificanceTest {

    private static final double[] SAME = {0.5, 1, 0.25};
    private static final List<BiFunction<double[], double[], TestResult>> PAIRED = List.of(
            (a, b) -> PairedTests.student(a, b, Alternative.TWO_SIDED),
            (a, b) -> PairedTests.wilcoxonExact(a, b, Alternative.TWO_SIDED),
            (a, b) -> PairedTests.wilcoxon(a, b, Alternative.LESS, PairedTests.Zeros.DROP, true),
            (a, b) -> PairedTests.wilcoxon(a, b, Alternative.GREATER, PairedTests.Zeros.PRATT, false),
            PairedTests::sign,
            (a, b) -> PairedTests.permutation(a, b, Alternative.TWO_SIDED, 99, 1));

    @Test
    void pairsThatDoNotDifferSayNothing() {
        assertThat(PAIRED)
                .allSatisfy(test -> assertThat(test.apply(SAME, SAME))
                        .returns(1.0, TestResult::pValue)
                        .returns(0.0, TestResult::statistic));
    }

    @Test
    void refusesValuesThatAreNotFiniteAndLengthsThatDiffer() {
        assertThat(PAIRED).allSatisfy(test -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> test.apply(new double[] {1, Double.NaN}, new double[2]))
                    .withMessage("expected finite values of the first, found NaN at 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> test.apply(new double[3], new double[2]))
                    .withMessage("expected as many values of the first as values of the second, found 3 and 2");
            assertThatIllegalArgumentException().isThrownBy(() -> test.apply(new double[0], new double[0]));
        });
    }

    @Test
    void theStudentTestRefusesDifferencesWithoutVariance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTests.student(new double[] {2, 3}, new double[] {1, 2}, Alternative.TWO_SIDED))
                .withMessage("expected differences that vary, found 1.0 for all 2 pairs");
    }

    /** All 2^20 sign flips of 20 differences of the same size follow the binomial distribution. */
    @Test
    void theRandomPermutationTestIsNearTheExactOneAndNeverZero() {
        double[] a = new double[20];
        Arrays.fill(a, 1);
        a[3] = -1;
        a[7] = -1;
        a[9] = -1;
        a[11] = -1;
        a[15] = -1;
        TestResult result = PairedTests.permutation(a, new double[20], Alternative.GREATER, 100_000, 8);
        assertThat(result.pValue()).isCloseTo(Distributions.binomialSf(14, 20, 0.5), within(0.002));
        assertThat(result.method()).isEqualTo("permutation paired random");
        Arrays.fill(a, 1);
        assertThat(PairedTests.permutation(a, new double[20], Alternative.GREATER, 99, 8)
                        .pValue())
                .isEqualTo(0.01);
    }

    @Test
    void theRandomPermutationTestOfGroupsIsNearTheExactDistributionOfMannWhitney() {
        double[] a = {1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 15};
        double[] b = {5, 10, 13, 14, 16, 17, 18, 19, 20, 21, 22};
        double exact = IndependentTests.mannWhitneyExact(a, b, Alternative.LESS).pValue();
        TestResult random = IndependentTests.permutation(a, b, Alternative.LESS, 200_000, 3);
        assertThat(random.method()).isEqualTo("permutation independent random");
        assertThat(random.pValue()).isCloseTo(exact, within(0.0006));
        assertThat(IndependentTests.permutation(a, b, Alternative.LESS, 200_000, 3))
                .isEqualTo(random);
    }

    @Test
    void samplesThatDoNotVaryAreRefusedOrSayNothing() {
        double[] ones = {1, 1, 1};
        assertThat(IndependentTests.mannWhitney(ones, ones, Alternative.TWO_SIDED, true)
                        .pValue())
                .isEqualTo(1);
        assertThat(IndependentTests.kolmogorovSmirnov(ones, ones).pValue()).isEqualTo(1);
        assertThat(IndependentTests.kolmogorovSmirnovExact(ones, ones).pValue()).isEqualTo(1);
        assertThat(GroupTests.friedman(new double[][] {ones, ones}).pValue()).isEqualTo(1);
        assertThat(GroupTests.kruskalWallis(ones, ones).pValue()).isEqualTo(1);
        assertThat(GroupTests.analysisOfVariance(ones, ones).pValue()).isEqualTo(1);
        assertThat(GroupTests.cochranQ(new boolean[][] {{true, true}}).pValue()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> IndependentTests.welch(ones, ones, Alternative.LESS));
        assertThatIllegalArgumentException().isThrownBy(() -> IndependentTests.brunnerMunzel(ones, ones));
        assertThatIllegalArgumentException().isThrownBy(() -> EffectSizes.cohensD(ones, ones));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlations.kendallB(ones, new double[] {1, 2, 3}))
                .withMessage("expected values that vary, found only 1.0 in x");
        assertThatIllegalArgumentException().isThrownBy(() -> TableTests.chiSquared(new double[][] {{1, 2}, {0, 0}}));
    }

    @Test
    void cochransQOfTwoSystemsIsMcNemarsChiSquared() {
        boolean[][] rows = new boolean[30][];
        for (int i = 0; i < 30; i++) {
            rows[i] = new boolean[] {i < 12, i < 8 || i > 26};
        }
        assertThat(GroupTests.cochranQ(rows).statistic())
                .isCloseTo(McNemar.chiSquared(4, 3, false).statistic(), within(1e-12));
    }

    /** R: binom.test(682, 925, p = 0.75), and Fisher's tea. */
    @Test
    void givesTheTextbooksExactTests() {
        assertThat(TableTests.binomial(682, 925, 0.75).pValue()).isCloseTo(0.3825, within(5e-5));
        assertThat(TableTests.fisher(3, 1, 1, 3).pValue()).isCloseTo(34 / 70.0, within(1e-12));
        assertThat(TableTests.binomial(0, 10, 0).pValue()).isEqualTo(1);
        assertThat(TableTests.binomial(1, 10, 0).pValue()).isZero();
        assertThat(TableTests.binomial(10, 10, 0.5).pValue()).isCloseTo(2 / 1024.0, within(1e-15));
    }

    @Test
    void kendallCountsAHundredThousandPairsAtOnce() {
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        RandomStream random = RandomStream.of(12);
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(50);
            y[i] = random.nextInt(50);
        }
        assertThat(Correlations.kendallB(x, y).statistic()).isBetween(-0.01, 0.01);
        assertThat(Correlations.kendallB(x, y).pValue()).isBetween(0.001, 1.0);
    }

    @Test
    void oneZeroCountLeavesTheOddsRatioFinite() {
        assertThat(EffectSizes.oddsRatio(5, 0, 0, 5)).isEqualTo(121.0);
        assertThat(EffectSizes.oddsRatio(10, 3, 3, 10)).isCloseTo(100 / 9.0, within(1e-12));
        assertThat(EffectSizes.cohensH(1, 0)).isCloseTo(Math.PI, within(1e-15));
    }

    @Test
    void adjustedPValuesKeepTheOrderAndTheirRelations() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed);
            double[] p = new double[1 + random.nextInt(12)];
            Arrays.setAll(p, i -> random.nextInt(40) / 400.0);
            double[] bonferroni = Corrections.bonferroni(p);
            double[] holm = Corrections.holm(p);
            double[] hochberg = Corrections.hochberg(p);
            double[] hommel = Corrections.hommel(p);
            for (int i = 0; i < p.length; i++) {
                double rounding = 1e-12;
                assertThat(holm[i]).as("seed %s", seed).isLessThanOrEqualTo(bonferroni[i] + rounding);
                assertThat(hochberg[i]).as("seed %s", seed).isLessThanOrEqualTo(holm[i] + rounding);
                assertThat(hommel[i]).as("seed %s", seed).isLessThanOrEqualTo(hochberg[i] + rounding);
                assertThat(hommel[i]).as("seed %s", seed).isGreaterThanOrEqualTo(p[i]);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corrections.holm(new double[] {1.5}))
                .withMessage("expected p-values from 0 to 1, found 1.5");
    }
}
