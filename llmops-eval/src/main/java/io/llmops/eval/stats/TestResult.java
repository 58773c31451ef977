package io.llmops.eval.stats;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a significance test says. Immutable.
 *
 * @param method the name of the test and its variant, for instance {@code mcnemar exact}
 * @param statistic the value of the test's statistic, never NaN; infinite only where the test says so
 * @param pValue the probability of a statistic at least this extreme if there is no effect, from 0 to 1
 * @param degreesOfFreedom the degrees of freedom of the reference distribution, empty for tests without any
 */
public record TestResult(String method, double statistic, double pValue, OptionalDouble degreesOfFreedom) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the statistic is NaN or the p-value is not a probability
     */
    public TestResult {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(degreesOfFreedom, "degreesOfFreedom");
        if (Double.isNaN(statistic)) {
            throw new IllegalArgumentException("the statistic of " + method + " is not defined on these values");
        }
        Numbers.requireProbability("a p-value of " + method, pValue);
    }

    static TestResult of(String method, double statistic, double pValue) {
        return new TestResult(method, statistic, Math.min(1, pValue), OptionalDouble.empty());
    }

    static TestResult of(String method, double statistic, double pValue, double degreesOfFreedom) {
        return new TestResult(method, statistic, Math.min(1, pValue), OptionalDouble.of(degreesOfFreedom));
    }
}
