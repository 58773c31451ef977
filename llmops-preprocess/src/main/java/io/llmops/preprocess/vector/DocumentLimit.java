package io.llmops.preprocess.vector;

/** A number of documents, absolute or as a share of all. Immutable. */
record DocumentLimit(double value, boolean isShare) {

    static DocumentLimit count(int documents) {
        if (documents < 0) {
            throw new IllegalArgumentException("expected a number of documents of 0 or more, found " + documents);
        }
        return new DocumentLimit(documents, false);
    }

    static DocumentLimit share(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected a share of documents from 0 to 1, found " + share);
        }
        return new DocumentLimit(share, true);
    }

    double of(int documents) {
        return isShare ? value * documents : value;
    }

    @Override
    public String toString() {
        return isShare ? "share " + value : Integer.toString((int) value);
    }
}
