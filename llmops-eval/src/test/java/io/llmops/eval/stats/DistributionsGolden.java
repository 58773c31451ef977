package io.llmops.eval.stats;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.concurrent.Callable;

/** scipy's distributions, at a relative tolerance. */
public final class DistributionsGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        double x = value(golden, "x");
        double p = value(golden, "p");
        switch (golden.group()) {
            case "normal" -> {
                checks.relative(() -> Distributions.normalPdf(x), "pdf");
                tails(checks, () -> Distributions.normalCdf(x), () -> Distributions.normalSf(x));
            }
            case "normal_quantile" -> checks.relative(() -> Distributions.normalQuantile(p), "x");
            case "student_t" -> {
                double df = value(golden, "df");
                tails(checks, () -> Distributions.studentCdf(x, df), () -> Distributions.studentSf(x, df));
                if (df == Math.rint(df)) {
                    checks.relative(() -> Distributions.studentQuantile(p, df), "quantile");
                }
            }
            case "chi2" -> {
                double df = value(golden, "df");
                tails(checks, () -> Distributions.chiSquaredCdf(x, df), () -> Distributions.chiSquaredSf(x, df));
                checks.relative(() -> Distributions.chiSquaredQuantile(p, df), "quantile");
            }
            case "beta_regularized_incomplete" -> {
                double a = value(golden, "a");
                double b = value(golden, "b");
                checks.relative(() -> Distributions.betaCdf(x, a, b), "cdf");
                checks.relative(() -> Distributions.betaQuantile(x, a, b), "quantile");
            }
            case "f" -> {
                double df1 = value(golden, "df1");
                double df2 = value(golden, "df2");
                tails(checks, () -> Distributions.fCdf(x, df1, df2), () -> Distributions.fSf(x, df1, df2));
            }
            default -> {
                double n = value(golden, "n");
                double k = value(golden, "k");
                checks.relative(() -> Distributions.binomialPmf(k, n, p), "pmf");
                tails(checks, () -> Distributions.binomialCdf(k, n, p), () -> Distributions.binomialSf(k, n, p));
            }
        }
    }

    private static void tails(GoldenChecks checks, Callable<Double> cdf, Callable<Double> sf) {
        checks.relative(cdf, "cdf");
        checks.relative(sf, "sf");
    }

    private static double value(GoldenCase golden, String key) {
        return golden.input().path(key).doubleValue();
    }
}
