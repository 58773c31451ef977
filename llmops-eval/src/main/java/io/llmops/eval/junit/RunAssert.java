package io.llmops.eval.junit;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.gate.Gate;
import io.llmops.eval.gate.Verdict;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.run.EvaluationRun;
import java.util.Optional;

/**
 * Assertions on a run, each returning this, so that they can be chained. Decided on intervals, as a {@link Gate} does:
 * where the data show neither, the test becomes what {@link WhenInconclusive} says. A run whose every example failed fails
 * each assertion. Conditions that belong together belong
 * in one gate, which looks at all of them. Immutable.
 *
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public final class RunAssert<I, O, R> {

    /** How much worse the main metric may be than in the baseline, unless it is said: {@value}. */
    public static final double MARGIN = 0.02;

    private static final String MACRO_F1 = "f1/macro";

    private final EvaluationRun<I, O, R> run;
    private final Bench bench;

    RunAssert(EvaluationRun<I, O, R> run, Bench bench) {
        this.run = run;
        this.bench = bench;
    }

    /**
     * Returns what can be asserted of a metric.
     *
     * @param name e.g. {@code f1/macro}
     * @return assertions on it
     * @throws IllegalArgumentException if the run has none of that name; the message lists those it has
     */
    public MetricAssert<I, O, R> metric(String name) {
        run.metric(name);
        return new MetricAssert<>(this, name);
    }

    /**
     * Asserts that the run passes a gate.
     *
     * @param gate any
     * @return this
     * @throws org.opentest4j.AssertionFailedError if it does not, with the verdict and the examples
     */
    public RunAssert<I, O, R> passes(Gate gate) {
        requireAnAnswer();
        Verdict verdict = gate.check(run);
        bench.report().ifPresent(report -> report.decided(verdict));
        bench.judge().decide(bench.test(), verdict, () -> Message.ofGate(bench, run, verdict));
        return this;
    }

    /**
     * Asserts that the main metric, macro F1 or else the first of which more or less is better, is no worse than in the
     * baseline by more than {@value #MARGIN}.
     *
     * @return this
     * @throws org.opentest4j.AssertionFailedError if it is, or if there is no baseline; the message says how to make one
     * @throws IllegalStateException if no metric of the run is better for being more or less
     */
    public RunAssert<I, O, R> doesNotRegress() {
        return doesNotRegress(mainMetric(), MARGIN);
    }

    /** Only examples whose input and reference are the baseline's are compared; if all their answers are, nothing regressed. */
    RunAssert<I, O, R> doesNotRegress(String metric, double margin) {
        requireAnAnswer();
        new Regression<>(bench, run).check(metric, margin);
        return this;
    }

    /** Where every example failed, it is not the data that are missing. */
    private void requireAnAnswer() {
        if (!run.observations().isEmpty()
                && run.observations().stream().allMatch(one -> one.outcome() instanceof Outcome.Failed<O>)) {
            throw Judge.failure(Message.ofNoAnswers(bench, run));
        }
    }

    private String mainMetric() {
        return Optional.of(MACRO_F1)
                .filter(run.metrics()::containsKey)
                .or(() -> run.metrics().keySet().stream()
                        .filter(name -> !name.startsWith("share/"))
                        .filter(this::isJudged)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("expected a metric of which more or less is better, found "
                        + run.metrics().keySet()));
    }

    private boolean isJudged(String name) {
        return run.describe(name)
                .filter(description -> description.direction() != Direction.NEITHER)
                .isPresent();
    }
}
