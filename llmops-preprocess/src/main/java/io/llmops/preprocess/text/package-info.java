/**
 * Text that remembers where it came from, and what cleans it. A {@link io.llmops.preprocess.text.Text} carries its
 * characters and, for any range of them, the range of the original they stand for; a
 * {@link io.llmops.preprocess.text.Cleaner} turns one text into another and keeps that promise. Start on the shelf
 * {@link io.llmops.preprocess.text.Cleaners}. Nothing here cuts text into tokens.
 */
@NullMarked
package io.llmops.preprocess.text;

import org.jspecify.annotations.NullMarked;
