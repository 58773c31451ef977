/**
 * The main job on one command: pipelines that find the intent of a support message, evaluated, compared and gated. Start
 * with {@link io.llmops.samples.quickstart.Quickstart}.
 */
@NullMarked
package io.llmops.samples.quickstart;

import org.jspecify.annotations.NullMarked;
