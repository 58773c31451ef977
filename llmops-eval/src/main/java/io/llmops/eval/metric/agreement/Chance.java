package io.llmops.eval.metric.agreement;

/** What agreement chance would give. */
enum Chance {
    /** Not asked. */
    NONE,
    /** Of ratings drawn from the frequencies of all ratings. */
    FREQUENCIES,
    /** Of categories drawn evenly. */
    EVEN,
    /** Of Gwet: of those ratings that are made at random. */
    GWET
}
