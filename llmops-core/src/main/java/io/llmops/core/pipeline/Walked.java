package io.llmops.core.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * How far an input came. Immutable, if the value is.
 *
 * @param outcome what came of it
 * @param stage the stage it ended at
 * @param cause the exception that ended it
 */
record Walked<T>(Outcome<T> outcome, String stage, @Nullable Throwable cause) {}
