package io.llmops.eval;

import java.util.Optional;

/** What takes the results of an {@link Engine}. Safe for use by many threads. */
interface EngineSink<U> {

    /**
     * Writes a result down; it may not be saved yet when this returns, and may wait for others to be written with, if no
     * more than so many wait.
     */
    void save(U result, int patience);

    /** Writes what waits. */
    void writeOut();

    /** Returns how many results were to be written down and are not saved yet. */
    int unsaved();

    /** Waits until fewer than so many are unsaved. */
    void awaitUnsavedBelow(int count) throws InterruptedException;

    /** Counts a result that was written down, by one thread at a time; returns why to stop, if there is a reason. */
    Optional<String> accept(long index, U result);

    /** Returns whether the item of an index may be begun, or should wait for results to be accepted. */
    boolean mayBegin(long index);
}
