/**
 * Answers that are numbers beside references that are: errors, the share of variance explained, and correlation. Start
 * with {@link io.llmops.eval.metric.regression.Regression}. Observations without an answer are excluded and counted; a
 * number that is not finite is refused with the name of its example.
 */
@NullMarked
package io.llmops.eval.metric.regression;

import org.jspecify.annotations.NullMarked;
