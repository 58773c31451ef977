package io.llmops.preprocess.chunk;

/** Where the units of a text start. */
interface Units {

    /** The number of units that start before a position. */
    int before(int position);

    /** Where a unit starts; behind the last one, the text's length. */
    int place(int unit);

    /** Marks where a unit starts. */
    void mark(Cuts cuts);
}
