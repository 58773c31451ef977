/**
 * How far raters agree, and how far beyond chance: of a judge with the people it stands for, or of people with each
 * other. Start with {@link io.llmops.eval.metric.agreement.Agreement}: each coefficient is a metric (the answer is one
 * rater, the reference the other) and also takes a {@link io.llmops.eval.metric.agreement.RatingTable} of many raters, in
 * which ratings may be absent. Observations without an answer are excluded and counted.
 */
@NullMarked
package io.llmops.eval.metric.agreement;

import org.jspecify.annotations.NullMarked;
