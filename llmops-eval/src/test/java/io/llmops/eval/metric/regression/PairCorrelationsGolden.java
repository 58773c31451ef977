package io.llmops.eval.metric.regression;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;
import java.util.Arrays;

/** scipy's correlations, of our metric. */
public final class PairCorrelationsGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var pairs = GoldenPairs.of(
                Arrays.stream(golden.numbers("x")).boxed().toList(),
                Arrays.stream(golden.numbers("y")).boxed().toList());
        var values = pairs.values(Regression.correlation(), Number.class);
        checks.that(GoldenPairs.value(values, "pearson"), "pearson", "r");
        checks.that(GoldenPairs.value(values, "spearman"), "spearman", "rho");
        checks.that(GoldenPairs.value(values, "kendall"), "kendall_b", "tau");
        checks.that(GoldenPairs.value(values, "lin_ccc"), "lin_ccc");
        checks.that(
                () -> {
                    var interval = values.get("pearson")
                            .estimate()
                            .orElseThrow()
                            .interval()
                            .orElseThrow();
                    return new double[] {interval.lower(), interval.upper()};
                },
                "pearson",
                "ci95_fisher");
    }
}
