/**
 * What answers: a chat model, an embedding model, a classifier by nearest examples, each as a
 * {@link io.llmops.core.pipeline.Stage}. The ports are LangChain4j's own {@code ChatModel} and {@code EmbeddingModel}, so
 * that every provider plugs in as it is and what was evaluated is what goes to production. A plain function needs no
 * adapter: {@link io.llmops.core.pipeline.Stage#of} or a lambda will do. Nothing here retries, caches or limits.
 */
@NullMarked
package io.llmops.core.model;

import org.jspecify.annotations.NullMarked;
