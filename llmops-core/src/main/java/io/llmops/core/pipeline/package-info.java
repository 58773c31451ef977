/**
 * Named steps, one after another. A {@link io.llmops.core.pipeline.Pipeline} takes an input through its
 * {@link io.llmops.core.pipeline.Stage}s and says what came of it: an {@link io.llmops.core.pipeline.Outcome}, which may
 * be an answer, an abstention or a failure. Start with {@link io.llmops.core.pipeline.Pipeline#of}. Nothing here knows
 * about models, prompts or text: those rooms make stages, this one joins them.
 */
@NullMarked
package io.llmops.core.pipeline;

import org.jspecify.annotations.NullMarked;
