/**
 * Cutting documents to size, for retrieval and for models with a limit. A {@link io.llmops.preprocess.chunk.Chunker} turns a
 * text into {@link io.llmops.preprocess.chunk.Chunk chunks} that know their place in the original and the headings they stand
 * under; nothing of the text is lost between them. Start on the shelf {@link io.llmops.preprocess.chunk.Chunkers}, with a
 * {@link io.llmops.preprocess.chunk.ChunkSize}. Nothing here embeds or stores chunks.
 */
@NullMarked
package io.llmops.preprocess.chunk;

import org.jspecify.annotations.NullMarked;
