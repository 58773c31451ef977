package io.llmops.eval.compare;

import io.llmops.eval.stats.TestResult;
import java.util.Objects;

/**
 * How much a metric differs on the examples that share a tag's value. Immutable.
 *
 * @param tag the tag's name
 * @param value its value; empty for the examples without the tag
 * @param difference of the metric on these examples
 * @param test of the difference, alone
 * @param adjustedP the test's p-value after Holm's correction over all slices that were tested, from 0 to 1
 */
public record SliceDifference(String tag, String value, Difference difference, TestResult test, double adjustedP) {

    /** Refuses null. */
    public SliceDifference {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(test, "test");
    }

    SliceDifference withAdjusted(double p) {
        return new SliceDifference(tag, value, difference, test, p);
    }
}
