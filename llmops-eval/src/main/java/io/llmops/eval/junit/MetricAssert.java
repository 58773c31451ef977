package io.llmops.eval.junit;

import io.llmops.eval.gate.Gate;

/**
 * Assertions on one metric of a run, each returning those on the run. Immutable.
 *
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class MetricAssert<I, O, R> {

    private final RunAssert<I, O, R> run;
    private final String metric;

    MetricAssert(RunAssert<I, O, R> run, String metric) {
        this.run = run;
        this.metric = metric;
    }

    /**
     * Asserts that the metric is large enough, as {@link Gate#atLeast} decides it.
     *
     * @param threshold the smallest value that will do
     * @return assertions on the run
     * @throws org.opentest4j.AssertionFailedError if it is not
     */
    public RunAssert<I, O, R> isAtLeast(double threshold) {
        return run.passes(Gate.atLeast(metric, threshold));
    }

    /**
     * Asserts that the metric is small enough, as {@link Gate#atMost} decides it.
     *
     * @param threshold the largest value that will do
     * @return assertions on the run
     * @throws org.opentest4j.AssertionFailedError if it is not
     */
    public RunAssert<I, O, R> isAtMost(double threshold) {
        return run.passes(Gate.atMost(metric, threshold));
    }

    /**
     * Asserts that the metric is no worse than in the baseline by more than a margin, over the examples whose input and
     * reference are the baseline's. If all their outcomes are the baseline's as well, nothing has regressed; else it is
     * decided as {@link Gate#noWorseThan} does.
     *
     * @param margin how much worse is as good as equal, 0 or more
     * @return assertions on the run
     * @throws org.opentest4j.AssertionFailedError if it is worse, or if there is no baseline; the message says how to make
     *     one
     */
    public RunAssert<I, O, R> doesNotRegress(double margin) {
        return run.doesNotRegress(metric, margin);
    }
}
