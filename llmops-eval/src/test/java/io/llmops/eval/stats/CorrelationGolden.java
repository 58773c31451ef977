package io.llmops.eval.stats;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;

/** scipy's correlations. */
public final class CorrelationGolden implements GoldenChecker {

    /** What the README of the files says of Kendall's p-values. */
    private static final double KENDALL = 1e-7;

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        double[] x = golden.numbers("x");
        double[] y = golden.numbers("y");
        checks.that(() -> Correlations.pearson(x, y).statistic(), "pearson", "r");
        checks.that(() -> Correlations.pearson(x, y).pValue(), "pearson", "p");
        checks.that(
                () -> {
                    double r = Correlations.pearson(x, y).statistic();
                    Interval interval = Correlations.fisherZ(r, x.length, 0.95);
                    return new double[] {interval.lower(), interval.upper()};
                },
                "pearson",
                "ci95_fisher");
        checks.that(() -> Correlations.spearman(x, y).statistic(), "spearman", "rho");
        checks.that(() -> Correlations.spearman(x, y).pValue(), "spearman", "p");
        checks.that(() -> Correlations.kendallB(x, y).statistic(), "kendall_b", "tau");
        checks.that(KENDALL, () -> Correlations.kendallB(x, y).pValue(), "kendall_b", "p");
        checks.that(() -> Correlations.kendallC(x, y).statistic(), "kendall_c", "tau");
        checks.that(KENDALL, () -> Correlations.kendallC(x, y).pValue(), "kendall_c", "p");
        checks.that(() -> Ranks.average(x), "ranks_average_x");
        checks.that(() -> Ranks.lowest(x), "ranks_min_x");
        checks.that(() -> Correlations.lin(x, y), "lin_ccc");
    }
}
