package io.llmops.eval.metric.classification;

import java.util.Arrays;

/** The counts of every label of many-labelled examples. Not safe for use by many threads. */
final class LabelTotals {

    private final double[] right;
    private final double[] referenced;
    private final double[] predicted;
    private final double[] failedOf;
    private double failed;
    private double all;

    LabelTotals(int labels) {
        right = new double[labels];
        referenced = new double[labels];
        predicted = new double[labels];
        failedOf = new double[labels];
    }

    void add(LabelSets sets, double weight) {
        for (var label : sets.reference()) {
            referenced[label] += weight;
            failedOf[label] += sets.failed() ? weight : 0;
        }
        for (var label : sets.answer()) {
            predicted[label] += weight;
            right[label] += Arrays.binarySearch(sets.reference(), label) >= 0 ? weight : 0;
        }
        failed += sets.failed() ? weight : 0;
        all += weight;
    }

    double[] right() {
        return right;
    }

    double[] referenced() {
        return referenced;
    }

    double[] predicted() {
        return predicted;
    }

    double all() {
        return all;
    }

    ClassCounts of(int label) {
        return new ClassCounts(right[label], referenced[label], predicted[label], all);
    }

    double failed() {
        return failed;
    }

    double failedOf(int label) {
        return failedOf[label];
    }
}
