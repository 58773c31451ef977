package io.llmops.eval.metric.classification;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The right labels of an example and those that were answered, as ascending numbers. Arrays are not copied. */
final class LabelSets implements Comparable<LabelSets> {

    private final int[] reference;
    private final int[] answer;
    private final boolean failed;

    LabelSets(int[] reference, int[] answer, boolean failed) {
        this.reference = reference;
        this.answer = answer;
        this.failed = failed;
    }

    int[] reference() {
        return reference;
    }

    int[] answer() {
        return answer;
    }

    boolean failed() {
        return failed;
    }

    /** Returns these sets with other numbers for the labels. */
    LabelSets by(int[] numbers) {
        return new LabelSets(by(numbers, reference), by(numbers, answer), failed);
    }

    private static int[] by(int[] numbers, int[] labels) {
        return IntStream.of(labels).map(label -> numbers[label]).sorted().toArray();
    }

    /** Returns these sets without the labels from a number on. */
    LabelSets below(int number) {
        return new LabelSets(
                IntStream.of(reference).filter(label -> label < number).toArray(),
                IntStream.of(answer).filter(label -> label < number).toArray(),
                failed);
    }

    /** Returns how many labels are right. */
    int hits() {
        var hits = 0;
        for (var label : answer) {
            hits += Arrays.binarySearch(reference, label) >= 0 ? 1 : 0;
        }
        return hits;
    }

    @Override
    public int compareTo(LabelSets other) {
        var byReference = Arrays.compare(reference, other.reference);
        var byAnswer = byReference != 0 ? byReference : Arrays.compare(answer, other.answer);
        return byAnswer != 0 ? byAnswer : Boolean.compare(failed, other.failed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelSets sets && compareTo(sets) == 0;
    }

    @Override
    public int hashCode() {
        return (Arrays.hashCode(reference) * 31 + Arrays.hashCode(answer)) * 31 + Boolean.hashCode(failed);
    }
}
