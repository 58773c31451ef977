/**
 * The shelves a user of text preprocessing starts from: {@link io.llmops.preprocess.TextCleaner} cleans text,
 * {@link io.llmops.preprocess.Analyzers} turns text into terms in the customary way of a language, and
 * {@link io.llmops.preprocess.Chains} keeps either as YAML. What they are made of lies in the rooms below: {@code text}
 * (cleaning), {@code token} (tokenizers and filters) and {@code vector} (TF-IDF, hashing).
 */
@NullMarked
package io.llmops.preprocess;

import org.jspecify.annotations.NullMarked;
