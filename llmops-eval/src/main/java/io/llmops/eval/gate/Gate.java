package io.llmops.eval.gate;

import io.llmops.core.model.resilience.Price;
import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Stoppable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run must show before a change may ship. Conditions are decided on intervals of the run's level:
 *
 * <ul>
 *   <li>{@link #atLeast}: PASS if the lower bound reaches the threshold, FAIL if the upper bound is below it;
 *   <li>{@link #atMost} and the limits of time and cost: PASS if the upper bound is within the threshold, FAIL if the
 *       lower bound is above it;
 *   <li>{@link #noWorseThan}: on the differences of pairs, PASS if the lower bound is no lower than minus the margin, else
 *       FAIL if the upper bound is below 0;
 *   <li>{@link #betterThan}: PASS if the lower bound of the difference is above 0, FAIL if the upper bound is not;
 * </ul>
 *
 * and INCONCLUSIVE otherwise; where there is no interval, or one without width; where observations have no score and
 * {@link #allowingExcluded} does not allow it; and where the failed observations alone could turn the decision.
 *
 * <p>At a level of 95 % each condition errs on one side of its interval, 2.5 % of the time: so often it passes a system
 * that just misses the threshold, and fails one that just meets it. For rates that is guaranteed (they are decided on the
 * interval of Clopper and Pearson, whatever the report shows), for other metrics it holds as well as their intervals
 * do. {@link #and} and {@link #or} keep these rates for the whole (ADR 307). Immutable.
 */
public final class Gate {

    private final Condition condition;

    private Gate(Condition condition) {
        this.condition = condition;
    }

    /**
     * Returns a gate that wants a metric to be large.
     *
     * @param metric e.g. {@code f1/macro}, or that of a slice, {@code accuracy[channel=mail]}
     * @param threshold the smallest value that will do
     * @return the gate
     */
    public static Gate atLeast(String metric, double threshold) {
        return new Gate(new Threshold(Objects.requireNonNull(metric, "metric"), true, threshold, 0));
    }

    /**
     * Returns a gate that wants a metric to be small.
     *
     * @param metric e.g. {@code share/failed}, {@code share/abstained}, {@code ece}
     * @param threshold the largest value that will do
     * @return the gate
     */
    public static Gate atMost(String metric, double threshold) {
        return new Gate(new Threshold(Objects.requireNonNull(metric, "metric"), false, threshold, 0));
    }

    /**
     * Returns a gate that wants a metric not to have become worse by more than a margin.
     *
     * @param baseline a run over the same examples
     * @param metric e.g. {@code f1/macro}
     * @param margin how much worse is as good as equal, 0 or more
     * @return the gate
     */
    public static Gate noWorseThan(EvaluationRun<?, ?, ?> baseline, String metric, double margin) {
        Objects.requireNonNull(baseline, "baseline");
        return new Gate(new Change(baseline, Objects.requireNonNull(metric, "metric"), Optional.of(margin), 0));
    }

    /**
     * Returns a gate that wants a metric to have become better.
     *
     * @param baseline a run over the same examples
     * @param metric e.g. {@code f1/macro}
     * @return the gate
     */
    public static Gate betterThan(EvaluationRun<?, ?, ?> baseline, String metric) {
        Objects.requireNonNull(baseline, "baseline");
        return new Gate(new Change(baseline, Objects.requireNonNull(metric, "metric"), Optional.empty(), 0));
    }

    /**
     * Returns a gate that wants examples to be fast: a quantile of their times, all stages together, within a limit. The
     * interval is that of order statistics; a p95 passes from 72 examples on.
     *
     * @param quantile above 0 and below 1: 0.5 for the median, 0.95 for p95
     * @param limit above 0
     * @return the gate
     */
    public static Gate latencyAtMost(double quantile, Duration limit) {
        return new Gate(new Latency(quantile, limit));
    }

    /**
     * Returns a gate that wants examples to be cheap: what one costs on average within a limit. Observations of which a
     * call did not report its tokens are excluded, see {@link #allowingExcluded}.
     *
     * @param price what the tokens cost
     * @param limit for one try of an example, in the price's currency, 0 or more
     * @return the gate
     */
    public static Gate costAtMost(Price price, double limit) {
        Objects.requireNonNull(price, "price");
        return new Gate(new Cost(
                "cost/mean",
                usage -> price.of(usage.inputTokens(), usage.outputTokens()).doubleValue(),
                limit,
                0));
    }

    /**
     * Returns a gate that wants examples to use few tokens, sent and received together, on average. Observations of which
     * a call did not report its tokens are excluded, see {@link #allowingExcluded}.
     *
     * @param limit for one try of an example, 0 or more
     * @return the gate
     */
    public static Gate tokensAtMost(double limit) {
        return new Gate(new Cost("tokens/mean", usage -> usage.inputTokens() + usage.outputTokens(), limit, 0));
    }

    /**
     * Returns a gate that wants every example to keep a rule. It is about these very examples and is decided without an
     * interval; a larger set breaks it more often, and the finding says how often by chance.
     *
     * @param rule for a deterministic system, or about several tries
     * @return the gate; its {@link #check} throws {@link IllegalArgumentException} on a run that was not made for the rule
     */
    public static Gate everyExample(ExampleRule rule) {
        return new Gate(new EveryExample(Objects.requireNonNull(rule, "rule"), Optional.empty()));
    }

    /**
     * Returns a gate that wants every example that kept a rule in a baseline to keep it still. Examples that are not in
     * both are left out.
     *
     * @param baseline made as the runs to be checked
     * @param rule for a deterministic system, or about several tries
     * @return the gate; its {@link #check} throws {@link IllegalArgumentException} on a run that was not made for the rule
     */
    public static Gate noneBroken(EvaluationRun<?, ?, ?> baseline, ExampleRule rule) {
        Objects.requireNonNull(baseline, "baseline");
        return new Gate(new EveryExample(Objects.requireNonNull(rule, "rule"), Optional.of(baseline)));
    }

    /**
     * Returns a gate that wants a system to be right each time: pass^k, the chance that k tries of an example are all
     * right, on average over the examples.
     *
     * @param tries k, at least 2
     * @param threshold the smallest chance that will do, from 0 to 1
     * @return the gate; its {@link #check} throws {@link IllegalArgumentException} on a run of fewer repeats
     */
    public static Gate reliable(int tries, double threshold) {
        return new Gate(new Reliability(tries, threshold));
    }

    /**
     * Returns a gate of which this and another have to hold.
     *
     * @param other has to hold as well
     * @return the gate
     */
    public Gate and(Gate other) {
        return new Gate(Several.of(true, condition, other.condition));
    }

    /**
     * Returns a gate of which this or another has to hold.
     *
     * @param other holds if this does not
     * @return the gate
     */
    public Gate or(Gate other) {
        return new Gate(Several.of(false, condition, other.condition));
    }

    /**
     * Returns this gate with a name, by which verdicts and larger gates call it.
     *
     * @param name e.g. {@code release}
     * @return the changed copy
     */
    public Gate named(String name) {
        return new Gate(new Named(Objects.requireNonNull(name, "name"), condition));
    }

    /**
     * Returns this gate with some observations allowed to have no score.
     *
     * @param share of all observations, from 0 to 1; 0 unless set
     * @return the changed copy
     * @throws IllegalArgumentException if the share is out of range
     */
    public Gate allowingExcluded(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share from 0 to 1, found " + share);
        }
        return new Gate(condition.allowingExcluded(share));
    }

    /**
     * Decides on a run.
     *
     * @param run any
     * @return the verdict
     * @throws IllegalArgumentException if a condition is about a metric the run does not have (the message lists those it
     *     has), or about repeats it was not made with
     */
    public Verdict check(EvaluationRun<?, ?, ?> run) {
        var checked =
                condition.check(run, Levels.of(run.provenance().uncertainty().level()));
        return new Verdict(condition.text(), checked.decision(), checked.findings());
    }

    /**
     * Decides on an evaluation while it runs, and stops it as soon as it is certain what the gate would say of all
     * examples: they are visited in random order, by the seed, and at any time an interval that holds at all times at once
     * says what the mean of all of them will be. So the verdict is that of all examples but for a chance of a tenth of what
     * intervals may err: 0.5 % at 95 %. If it never gets certain, all examples are visited and the run is checked.
     *
     * @param evaluation e.g. an {@code Evaluation}, of a dataset in memory
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the verdict and what was saved
     * @throws IllegalArgumentException if a condition is not {@link #atLeast}, {@link #atMost}, {@link #noWorseThan} or
     *     {@link #betterThan} on a mean of numbers in a known range (accuracy, exact match, a judge's score); macro F1 and
     *     its kind are no such means
     */
    public <I, O, R> EarlyVerdict<I, O, R> checkEarly(Stoppable<I, O, R> evaluation) {
        return new Early<I, O, R>(condition).check(evaluation);
    }

    /** {@return what is asked, in words} */
    @Override
    public String toString() {
        return condition.text();
    }
}
