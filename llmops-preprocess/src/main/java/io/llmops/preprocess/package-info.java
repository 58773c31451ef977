/** The shelves a user of text preprocessing starts from. */
@NullMarked
package io.llmops.preprocess;

import org.jspecify.annotations.NullMarked;
