package io.llmops.eval.stats;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** scipy's and statsmodels' significance tests. */
public final class SignificanceGolden implements GoldenChecker {

    private static final Map<String, Alternative> SIDES = Map.of(
            "two-sided", Alternative.TWO_SIDED,
            "less", Alternative.LESS,
            "greater", Alternative.GREATER);

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        switch (golden.group()) {
            case "paired" -> paired(golden.numbers("a"), golden.numbers("b"), checks);
            case "independent" -> independent(golden.numbers("a"), golden.numbers("b"), checks);
            case "k_samples" -> several(rows(golden.input().get("rows")), checks);
            case "cochran_q" -> cochran(rows(golden.input().get("rows")), checks);
            case "contingency_rxc" -> contingency(rows(golden.input().get("table")), checks);
            case "goodness_of_fit" -> fit(golden, checks);
            case "permutation_paired_exact_sign_flips_mean_difference" ->
                sides(checks, s -> PairedTests.permutation(golden.numbers("a"), golden.numbers("b"), s, 9999, 1));
            case "permutation_independent_exact_mean_difference" ->
                sides(checks, s -> IndependentTests.permutation(golden.numbers("a"), golden.numbers("b"), s, 9999, 1));
            default -> rightAndWrong(rows(golden.input().get("table")), checks);
        }
    }

    private static void paired(double[] a, double[] b, GoldenChecks checks) {
        sides(checks, s -> PairedTests.student(a, b, s), "ttest_rel");
        sides(checks, s -> IndependentTests.student(a, b, s), "ttest_ind_equal_var");
        sides(checks, s -> IndependentTests.welch(a, b, s), "ttest_ind_welch");
        sides(checks, s -> PairedTests.wilcoxonExact(a, b, s), "wilcoxon_exact");
        sides(
                checks,
                s -> PairedTests.wilcoxon(a, b, s, PairedTests.Zeros.DROP, false),
                "wilcoxon_normal_approx_zero_wilcox");
        sides(
                checks,
                s -> PairedTests.wilcoxon(a, b, s, PairedTests.Zeros.PRATT, true),
                "wilcoxon_normal_approx_corrected_pratt");
        checks.that(() -> PairedTests.sign(a, b).pValue(), "sign_test_exact_p");
        checks.that(() -> EffectSizes.cohensDPaired(a, b), "cohens_d_paired");
        checks.that(
                () -> {
                    double[] differences = new double[a.length];
                    java.util.Arrays.setAll(differences, i -> a[i] - b[i]);
                    Interval interval = Means.student(differences, 0.95);
                    return new double[] {interval.lower(), interval.upper()};
                },
                "mean_difference_t_ci95");
    }

    private static void independent(double[] a, double[] b, GoldenChecks checks) {
        sides(checks, s -> IndependentTests.mannWhitney(a, b, s, true), "mannwhitney_asymptotic_corrected");
        sides(checks, s -> IndependentTests.mannWhitney(a, b, s, false), "mannwhitney_asymptotic_uncorrected");
        sides(checks, s -> IndependentTests.mannWhitneyExact(a, b, s), "mannwhitney_exact");
        sides(checks, s -> IndependentTests.welch(a, b, s), "ttest_ind_welch");
        test(checks, () -> IndependentTests.kolmogorovSmirnovExact(a, b), "ks_2samp_exact");
        test(checks, () -> IndependentTests.kolmogorovSmirnov(a, b), "ks_2samp_asymp");
        test(checks, () -> IndependentTests.brunnerMunzel(a, b), "brunner_munzel");
        test(checks, () -> GroupTests.brownForsythe(a, b), "levene_median");
        checks.that(() -> EffectSizes.cohensD(a, b), "cohens_d_pooled");
        checks.that(() -> EffectSizes.cliffsDelta(a, b), "cliffs_delta");
        checks.that(() -> EffectSizes.wasserstein(a, b), "wasserstein");
    }

    private static void several(double[][] rows, GoldenChecks checks) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        test(checks, () -> GroupTests.friedman(rows), "friedman");
        test(checks, () -> GroupTests.kruskalWallis(columns), "kruskal");
        test(checks, () -> GroupTests.analysisOfVariance(columns), "anova");
    }

    private static void cochran(double[][] rows, GoldenChecks checks) {
        boolean[][] right = new boolean[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < right[i].length; j++) {
                right[i][j] = rows[i][j] == 1;
            }
        }
        checks.that(() -> GroupTests.cochranQ(right).statistic(), "statistic");
        checks.that(() -> GroupTests.cochranQ(right).pValue(), "p");
    }

    private static void contingency(double[][] table, GoldenChecks checks) {
        checks.that(() -> TableTests.chiSquared(table).statistic(), "chi2");
        checks.that(() -> TableTests.chiSquared(table).pValue(), "p");
        checks.that(() -> TableTests.chiSquared(table).degreesOfFreedom().orElseThrow(), "dof");
        checks.that(() -> TableTests.likelihoodRatio(table).statistic(), "g_statistic");
        checks.that(() -> TableTests.likelihoodRatio(table).pValue(), "g_p");
        checks.that(() -> EffectSizes.cramersV(table), "cramers_v");
        Margins margins = Margins.of(table);
        checks.that(
                () -> java.util.stream.IntStream.range(0, table.length)
                        .mapToObj(i -> java.util.stream.IntStream.range(0, table[i].length)
                                .mapToObj(j -> margins.expected(i, j))
                                .toList())
                        .toList(),
                "expected_freq");
    }

    private static void fit(GoldenCase golden, GoldenChecks checks) {
        double[] observed = golden.numbers("observed");
        double[] expected = golden.numbers("expected");
        checks.that(() -> TableTests.goodnessOfFit(observed, expected).statistic(), "chi2");
        checks.that(() -> TableTests.goodnessOfFit(observed, expected).pValue(), "p");
    }

    private static void rightAndWrong(double[][] table, GoldenChecks checks) {
        long onlyA = (long) table[0][1];
        long onlyB = (long) table[1][0];
        test(checks, () -> McNemar.exact(onlyA, onlyB), "mcnemar_exact");
        test(checks, () -> McNemar.chiSquared(onlyA, onlyB, false), "mcnemar_chi2");
        test(checks, () -> McNemar.chiSquared(onlyA, onlyB, true), "mcnemar_chi2_corrected");
        checks.that(() -> McNemar.midP(onlyA, onlyB).pValue(), "mcnemar_midp");
        checks.that(() -> TableTests.binomial(onlyA, onlyA + onlyB, 0.5).pValue(), "mcnemar_exact_binomtest_p");
        Callable<TestResult> fisher = () -> TableTests.fisher((long) table[0][0], onlyA, onlyB, (long) table[1][1]);
        checks.that(() -> fisher.call().statistic(), "fisher_exact", "odds_ratio");
        checks.that(() -> fisher.call().pValue(), "fisher_exact", "p");
    }

    private static void test(GoldenChecks checks, Callable<TestResult> test, String key) {
        checks.that(() -> test.call().statistic(), key, "statistic");
        checks.that(() -> test.call().pValue(), key, "p");
    }

    private static void sides(GoldenChecks checks, Function<Alternative, TestResult> test, String... keys) {
        SIDES.forEach((name, side) -> {
            String first = keys.length == 0 ? name : keys[0];
            checks.that(
                    () -> test.apply(side).statistic(),
                    keys.length == 0 ? new String[] {name, "statistic"} : new String[] {first, name, "statistic"});
            checks.that(
                    () -> test.apply(side).pValue(),
                    keys.length == 0 ? new String[] {name, "p"} : new String[] {first, name, "p"});
        });
    }

    private static double[][] rows(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(GoldenCase::numbers)
                .toArray(double[][]::new);
    }
}
