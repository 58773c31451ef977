package io.llmops.eval.golden;

/** Compares our results of one case with the expected ones: looks at every key of {@code expected}. */
@FunctionalInterface
public interface GoldenChecker {
    void check(GoldenCase golden, GoldenChecks checks);

    /** Returns a checker that compares the results of two. */
    default GoldenChecker and(GoldenChecker other) {
        return (golden, checks) -> {
            check(golden, checks);
            other.check(golden, checks);
        };
    }
}
