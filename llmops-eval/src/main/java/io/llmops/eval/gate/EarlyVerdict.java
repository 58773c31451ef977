package io.llmops.eval.gate;

import io.llmops.core.pipeline.Usage;
import io.llmops.eval.run.EvaluationRun;
import java.util.Objects;

/**
 * A verdict that did not wait for all examples, and what that saved. Immutable.
 *
 * @param verdict what the gate says
 * @param run the run of the examples that were looked at; its intervals do not know that it was stopped
 * @param visited how many examples were looked at
 * @param examples how many there are
 * @param <I> the type of the inputs
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record EarlyVerdict<I, O, R>(Verdict verdict, EvaluationRun<I, O, R> run, long visited, long examples) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if more examples were visited than there are
     */
    public EarlyVerdict {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(run, "run");
        if (visited < 0 || visited > examples) {
            throw new IllegalArgumentException("expected 0 to " + examples + " examples visited, found " + visited);
        }
    }

    /** {@return how many examples nobody had to look at} */
    public long saved() {
        return examples - visited;
    }

    /** {@return about how many calls of models that saved, by the calls of the examples that were looked at} */
    public long savedCalls() {
        return visited == 0 ? 0 : Math.round((double) run.usage().calls() / visited * saved());
    }

    /** {@return the verdict, and a line about what was saved} */
    @Override
    public String toString() {
        var calls = run.usage().equals(Usage.NONE) ? "" : ", about " + savedCalls() + " calls saved";
        return verdict + "\n  after " + visited + " of " + examples + " examples" + calls;
    }
}
