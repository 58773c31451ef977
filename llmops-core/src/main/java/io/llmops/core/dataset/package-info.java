/**
 * What an evaluation works on: {@link io.llmops.core.dataset.Example}s in a {@link io.llmops.core.dataset.Dataset}.
 */
@NullMarked
package io.llmops.core.dataset;

import org.jspecify.annotations.NullMarked;
