package io.llmops.core.dataset;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of an open file, one after another. Not safe for use by many threads. */
interface Rows extends Closeable {

    /** Returns the next row, or null at the end; a file without any row is an error. */
    @Nullable
    Row next();
}
