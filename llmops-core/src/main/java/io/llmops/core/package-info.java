/**
 * The few words every room of llmops shares: what went wrong in the world ({@link io.llmops.core.LlmopsException}) and
 * what makes two things the same ({@link io.llmops.core.Fingerprint}). Start in {@code io.llmops.core.dataset} for data
 * and {@code io.llmops.core.pipeline} for what is done to it.
 */
@NullMarked
package io.llmops.core;

import org.jspecify.annotations.NullMarked;
