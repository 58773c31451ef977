/**
 * Watching calls to a model: {@link io.llmops.core.model.observe.CallListeners} has listeners for the log, for Micrometer
 * and for OpenTelemetry (both optional dependencies), the last two by OpenTelemetry's semantic conventions for generative
 * AI. Hand one to {@code Decorators.of(…).listener(…)}. No prompt, no answer and no message of an exception is ever told.
 */
@NullMarked
package io.llmops.core.model.observe;

import org.jspecify.annotations.NullMarked;
