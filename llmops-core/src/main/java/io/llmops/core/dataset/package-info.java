/**
 * What an evaluation works on: {@link io.llmops.core.dataset.Example}s in a {@link io.llmops.core.dataset.Dataset}. Start
 * with {@link io.llmops.core.dataset.Datasets}, which reads files. Nothing here runs
 * anything or writes files.
 */
@NullMarked
package io.llmops.core.dataset;

import org.jspecify.annotations.NullMarked;
