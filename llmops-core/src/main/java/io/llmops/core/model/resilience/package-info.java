/**
 * Decorators that keep calls to a chat model within what the endpoint, the clock and the purse allow:
 * {@link io.llmops.core.model.resilience.Retry}, {@link io.llmops.core.model.resilience.RateLimit},
 * {@link io.llmops.core.model.resilience.TimeLimit}, {@link io.llmops.core.model.resilience.Budget},
 * {@link io.llmops.core.model.resilience.Fallback} and, with Resilience4j on the class path,
 * {@link io.llmops.core.model.resilience.Breaker}. Start with {@code Retry.standard()}; give the model's client
 * {@link io.llmops.core.model.resilience.HeaderWatch} so that {@code Retry-After} is heard. What an answer is worth is not
 * judged here: an answer that can't be used is an answer.
 */
@NullMarked
package io.llmops.core.model.resilience;

import org.jspecify.annotations.NullMarked;
