package io.llmops.eval.metric.regression;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** scikit-learn's errors of numbers. */
public final class RegressionGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var references = boxed(golden.numbers("y_true"));
        var weights = golden.input().get("sample_weight").isArray()
                ? boxed(golden.numbers("sample_weight"))
                : Collections.nCopies(references.size(), 1.0);
        var pairs = new GoldenPairs<>(references, boxed(golden.numbers("y_pred")), weights);
        var values = pairs.values(Regression.report(), Number.class);
        values.keySet().forEach(name -> checks.that(GoldenPairs.value(values, name), name));
        var pinball = pairs.values(Regression.pinball(0.9), Number.class);
        checks.that(GoldenPairs.value(pinball, "pinball@0.9"), "pinball_0_9");
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
