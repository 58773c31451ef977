package io.llmops.eval.gate;

import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Visit;
import java.util.List;

/** What a gate wants: one requirement, or several joined. */
interface Condition {

    /** Returns what is asked, in words. */
    String text();

    /** Returns what becomes of it on a run. */
    <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels);

    /** Returns this with another share of observations that may be excluded. */
    Condition allowingExcluded(double share);

    /**
     * Returns who looks at examples one after another, or refuses.
     *
     * @param miss the chance that it may be certain of something else than all examples come to
     * @throws IllegalArgumentException if the condition is not about means
     */
    default <O, R> Look<O, R> look(Visit<O, R> visit, Levels levels, double miss) {
        throw Early.refused(this);
    }

    /** What a condition came to, and each single requirement in it. */
    record Checked(Decision decision, List<Finding> findings) {

        static Checked of(Finding finding) {
            return new Checked(finding.decision(), List.of(finding));
        }

        Checked within(String name) {
            return new Checked(
                    decision,
                    findings.stream().map(finding -> finding.within(name)).toList());
        }
    }
}
