/**
 * How far a grouping equals another, whatever the groups are called: pairs of examples put together or apart, and
 * information shared. Start with {@link io.llmops.eval.metric.clustering.Clustering#report()}. Observations without an
 * answer are excluded and counted.
 */
@NullMarked
package io.llmops.eval.metric.clustering;

import org.jspecify.annotations.NullMarked;
