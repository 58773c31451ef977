/**
 * What an evaluation left behind. An {@link io.llmops.eval.run.EvaluationRun} has the observations in the order of the
 * dataset, every metric's value by name, and the {@link io.llmops.eval.run.Provenance} that says what was run on what.
 * {@link io.llmops.eval.run.Runs} writes one to a file and reads it back, a {@link io.llmops.eval.run.RunStore} keeps many,
 * and a {@link io.llmops.eval.run.Baseline} is what is kept of one to compare later ones with. Nothing here runs a pipeline.
 */
@NullMarked
package io.llmops.eval.run;

import org.jspecify.annotations.NullMarked;
