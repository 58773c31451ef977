/**
 * Texts that are in a collection more than once, and texts of a test set that are in the training set. {@link
 * io.llmops.preprocess.dedup.Duplicates} finds equal texts and nearly equal ones and keeps the first of each; {@link
 * io.llmops.preprocess.dedup.Contamination} says which test examples share runs of words with which training documents. Both
 * take time that grows about as the number of texts does. Nothing here knows what a text means: paraphrases stay.
 */
@NullMarked
package io.llmops.preprocess.dedup;

import org.jspecify.annotations.NullMarked;
