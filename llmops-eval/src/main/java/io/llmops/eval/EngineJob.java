package io.llmops.eval;

import java.util.Optional;

/** What an {@link Engine} does with its items. Safe for use by many threads. */
interface EngineJob<T, U> {

    /** Returns the result of an item. */
    U work(T item);

    /** Returns the result of an item that took too long; what came of it after all, if it ended. */
    U late(T item, Optional<U> result);

    /** Returns whether a result that came while everything was interrupted is one, and no trace of the interruption. */
    boolean isGenuine(U result);
}
