/**
 * What an evaluation works on: {@link io.llmops.core.dataset.Example}s in a {@link io.llmops.core.dataset.Dataset}, in
 * memory or streamed. Start with {@link io.llmops.core.dataset.Datasets}, which reads files, and {@link
 * io.llmops.core.dataset.Splits}, which cuts what was read into parts. Whatever is wrong with a file is a {@link
 * io.llmops.core.dataset.DataException} that names the line. Nothing here runs a pipeline or writes a file.
 */
@NullMarked
package io.llmops.core.dataset;

import org.jspecify.annotations.NullMarked;
