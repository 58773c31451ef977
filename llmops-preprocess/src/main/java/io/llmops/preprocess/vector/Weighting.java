package io.llmops.preprocess.vector;

/** What a term's count becomes. Immutable. */
record Weighting(boolean binary, boolean sublinear, Idf idf, Norm norm) {

    double of(int count) {
        var seen = binary ? 1 : count;
        return sublinear ? StrictMath.log(seen) + 1 : seen;
    }
}
