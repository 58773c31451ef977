package io.llmops.eval;

import org.jspecify.annotations.Nullable;

/** What went wrong first, with all that went wrong after it. Safe for use by many threads. */
final class FirstFailure {

    private @Nullable Throwable first;

    synchronized void add(Throwable e) {
        if (first == null) {
            first = e;
        } else if (!first.equals(e)) {
            first.addSuppressed(e);
        }
    }

    /** Throws it, if there is one that needs no declaration. */
    synchronized void rethrow() {
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }
}
