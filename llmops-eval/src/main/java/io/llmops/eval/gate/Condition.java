package io.llmops.eval.gate;

import io.llmops.eval.run.EvaluationRun;

/** One requirement of a gate. */
interface Condition {

    /** Returns what becomes of it on a run. */
    <I, O, R> Finding check(EvaluationRun<I, O, R> run);

    /** Returns this with another share of observations that may be excluded. */
    Condition allowingExcluded(double share);
}
