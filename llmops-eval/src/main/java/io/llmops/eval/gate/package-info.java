/**
 * May it ship: a {@link io.llmops.eval.gate.Gate} holds the thresholds, checks a run and returns a
 * {@link io.llmops.eval.gate.Verdict} with the numbers that made it. Thresholds live here alone; metrics hold none.
 */
@NullMarked
package io.llmops.eval.gate;

import org.jspecify.annotations.NullMarked;
