package io.llmops.preprocess.vector;

/** How much a term that few documents have counts for more. Immutable. */
public enum Idf {
    /** Every term counts the same. */
    NONE,
    /** {@code ln(n / df) + 1}, for {@code n} documents of which {@code df} have the term. */
    PLAIN,
    /** {@code ln((1 + n) / (1 + df)) + 1}, as if one more document had every term. */
    SMOOTH;

    double of(int documentFrequency, int documents) {
        return switch (this) {
            case NONE -> 1;
            case PLAIN -> StrictMath.log((double) documents / documentFrequency) + 1;
            case SMOOTH -> StrictMath.log((1.0 + documents) / (1.0 + documentFrequency)) + 1;
        };
    }
}
