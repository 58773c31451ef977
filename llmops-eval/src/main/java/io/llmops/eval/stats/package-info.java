/**
 * Mathematics on numbers: intervals, resampling, tests, corrections, power. Start at {@link
 * io.llmops.eval.stats.Proportions} and {@link io.llmops.eval.stats.Means} for an interval, at {@link
 * io.llmops.eval.stats.Bootstrap} for one where no formula is. No result is NaN: what is not defined is refused with a
 * reason. Results are the same on every Java, platform and number of threads. Knows nothing of datasets, metrics or
 * runs.
 */
@NullMarked
package io.llmops.eval.stats;

import org.jspecify.annotations.NullMarked;
