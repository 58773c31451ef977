/**
 * The one entry point of an evaluation: {@link io.llmops.eval.Evaluation} runs a pipeline over a dataset, several
 * examples at once, and returns an {@link io.llmops.eval.run.EvaluationRun}. What to measure is in
 * {@code io.llmops.eval.metric} and the rooms below it; what to do with a run in {@code compare}, {@code gate} and
 * {@code report}.
 */
@NullMarked
package io.llmops.eval;

import org.jspecify.annotations.NullMarked;
