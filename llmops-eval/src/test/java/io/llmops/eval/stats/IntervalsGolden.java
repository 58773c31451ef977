package io.llmops.eval.stats;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** statsmodels' intervals of a proportion and corrections for several tests. */
public final class IntervalsGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        if (golden.group().equals("proportion")) {
            double successes = golden.input().get("successes").doubleValue();
            double trials = golden.input().get("trials").doubleValue();
            for (String level : List.of("0.9", "0.95", "0.99")) {
                String key = "confidence_" + level;
                double confidence = Double.parseDouble(level);
                checks.that(bounds(() -> Proportions.wilson(successes, trials, confidence)), key, "wilson");
                checks.that(
                        bounds(() -> Proportions.wilsonCorrected(successes, trials, confidence)),
                        key,
                        "wilson_continuity");
                checks.that(
                        bounds(() -> Proportions.agrestiCoull(successes, trials, confidence)), key, "agresti_coull");
                checks.that(bounds(() -> Proportions.clopperPearson(successes, trials, confidence)), key, "beta");
                checks.that(bounds(() -> Proportions.jeffreys(successes, trials, confidence)), key, "jeffreys");
            }
        } else {
            double[] p = golden.numbers("p_values");
            double level = golden.input().get("alpha").doubleValue();
            adjusted(checks, level, () -> Corrections.bonferroni(p), "bonferroni");
            adjusted(checks, level, () -> Corrections.holm(p), "holm");
            adjusted(checks, level, () -> Corrections.sidak(p), "sidak");
            adjusted(checks, level, () -> Corrections.holmSidak(p), "holm-sidak");
            adjusted(checks, level, () -> Corrections.hochberg(p), "simes-hochberg");
            adjusted(checks, level, () -> Corrections.hommel(p), "hommel");
            adjusted(checks, level, () -> Corrections.benjaminiHochberg(p), "fdr_bh");
            adjusted(checks, level, () -> Corrections.benjaminiYekutieli(p), "fdr_by");
        }
    }

    private static void adjusted(GoldenChecks checks, double level, Callable<double[]> correction, String key) {
        checks.that(correction, key, "adjusted");
        checks.that(
                () -> Arrays.stream(correction.call())
                        .mapToObj(adjusted -> adjusted <= level)
                        .toList(),
                key,
                "reject");
    }

    private static Callable<double[]> bounds(Callable<Interval> interval) {
        return () -> new double[] {interval.call().lower(), interval.call().upper()};
    }
}
