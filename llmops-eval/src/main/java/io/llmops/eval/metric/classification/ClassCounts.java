package io.llmops.eval.metric.classification;

/**
 * How many examples are of a class and were said to be ({@code hits}), are of it, were said to be of it, and are there.
 * Immutable.
 */
record ClassCounts(double hits, double referenced, double predicted, double all) {

    ClassCounts scaled(double factor) {
        return new ClassCounts(hits * factor, referenced * factor, predicted * factor, all * factor);
    }

    /** Returns the counts had so many more been said to be of the class, some of them rightly. */
    ClassCounts answered(double more, double right) {
        return new ClassCounts(hits + right, referenced, predicted + more, all);
    }

    double value(ClassFamily family) {
        return family.value(hits, referenced, predicted, all);
    }
}
