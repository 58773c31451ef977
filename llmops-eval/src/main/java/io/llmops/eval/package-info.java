/** The one entry point of an evaluation. */
@NullMarked
package io.llmops.eval;

import org.jspecify.annotations.NullMarked;
