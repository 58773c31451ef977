package io.llmops.eval.golden;

/** Compares our results of one case with the expected ones: looks at every key of {@code expected}. */
@FunctionalInterface
public interface GoldenChecker {
    void check(GoldenCase golden, GoldenChecks checks);
}
