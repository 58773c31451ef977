/**
 * What is measured and how it is said. A {@link io.llmops.eval.metric.Metric} sums up many
 * {@link io.llmops.eval.metric.Observation}s in an accumulator that is weighted and merges; a
 * {@link io.llmops.eval.metric.Scorer} judges one observation, and is a metric as well: its mean. What comes out is a
 * {@link io.llmops.eval.metric.MetricValue}: an estimate with an interval, or undefined with the reason. Start with
 * {@link io.llmops.eval.metric.Scorers} or the room of your task below this one. Nothing here holds a threshold.
 */
@NullMarked
package io.llmops.eval.metric;

import org.jspecify.annotations.NullMarked;
