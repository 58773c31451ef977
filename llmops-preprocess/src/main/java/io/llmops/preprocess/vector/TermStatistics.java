package io.llmops.preprocess.vector;

/** How often a term was seen. Not safe for use by many threads. */
final class TermStatistics {

    int documents;
    long occurrences;
    private int lastDocument = -1;

    void see(int document, boolean onceADocument) {
        var isNew = lastDocument != document;
        if (isNew) {
            lastDocument = document;
            documents++;
        }
        if (isNew || !onceADocument) {
            occurrences++;
        }
    }
}
