/**
 * From texts to vectors that can be compared. A {@link io.llmops.preprocess.vector.Vectorizer} says how terms are counted
 * and weighed; fitted on documents it becomes a {@link io.llmops.preprocess.vector.FittedVectorizer}, a stage from a text
 * to a sparse vector, with its {@link io.llmops.preprocess.vector.Vocabulary}. A
 * {@link io.llmops.preprocess.vector.HashingVectorizer} wants neither documents nor vocabulary. Definitions and options
 * are scikit-learn's. Embeddings by a model are not here.
 */
@NullMarked
package io.llmops.preprocess.vector;

import org.jspecify.annotations.NullMarked;
