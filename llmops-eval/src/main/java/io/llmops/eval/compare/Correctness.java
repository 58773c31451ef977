package io.llmops.eval.compare;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.TestResult;
import java.util.Objects;

/**
 * How often two runs are right on the same examples. Immutable.
 *
 * @param both examples on which both are right
 * @param broken examples on which only the baseline is right
 * @param fixed examples on which only the other run is right
 * @param neither examples on which neither is right
 * @param evidence where the true difference of the rates, the other less the baseline, lies (Tango 1998), and the
 *     probability of so uneven a split of broken and fixed examples by chance (McNemar's test)
 */
public record Correctness(long both, long broken, long fixed, long neither, Evidence evidence) {

    /**
     * An interval and a test of one difference.
     *
     * @param interval where the true difference lies
     * @param test whether there is one
     */
    public record Evidence(Interval interval, TestResult test) {

        /** Refuses null. */
        public Evidence {
            Objects.requireNonNull(interval, "interval");
            Objects.requireNonNull(test, "test");
        }
    }

    /** Refuses null. */
    public Correctness {
        Objects.requireNonNull(evidence, "evidence");
    }

    /** {@return the rate of the other run less that of the baseline} */
    public double value() {
        return (double) (fixed - broken) / (both + broken + fixed + neither);
    }
}
