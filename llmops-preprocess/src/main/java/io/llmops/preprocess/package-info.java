/**
 * The shelves a user of text preprocessing starts from: {@link io.llmops.preprocess.TextCleaner} cleans text,
 * {@link io.llmops.preprocess.Analyzers} turns text into terms in the customary way of a language. What they are made of
 * lies in the rooms below: {@code text} (cleaning), {@code token} (tokenizers and filters) and {@code vector} (TF-IDF).
 */
@NullMarked
package io.llmops.preprocess;

import org.jspecify.annotations.NullMarked;
