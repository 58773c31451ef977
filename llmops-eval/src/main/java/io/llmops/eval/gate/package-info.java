/**
 * May it ship: a {@link io.llmops.eval.gate.Gate} holds the thresholds, checks a run and returns a
 * {@link io.llmops.eval.gate.Verdict} with the numbers that made it, and with how many examples more would decide what is
 * inconclusive. It decides on intervals, and how often it may be wrong is known and tested. Rules about single examples are
 * {@link io.llmops.eval.gate.ExampleRule}s; an {@link io.llmops.eval.gate.EarlyVerdict} did not wait for all examples.
 * Thresholds live here alone; metrics hold none.
 */
@NullMarked
package io.llmops.eval.gate;

import org.jspecify.annotations.NullMarked;
