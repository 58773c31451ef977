/**
 * What the library costs: each thing beside a limit or a peer measured in the same run on the same data, so that a ratio
 * can be read on any machine. Start with {@link io.llmops.samples.benchmarks.Benchmarks}.
 */
@NullMarked
package io.llmops.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
