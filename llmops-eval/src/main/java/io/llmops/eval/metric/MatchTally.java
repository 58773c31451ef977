package io.llmops.eval.metric;

import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many things (entities, fields, tool calls) of each label were answered, are in the references, and match. Not safe
 * for use by many threads.
 */
public final class MatchTally {

    /** Places in the numbers of a label: what was answered, what is right, and what of each of them matches. */
    static final int ANSWERED = 0;

    static final int REFERENCED = 1;
    static final int ANSWERS_MATCHED = 2;
    static final int REFERENCES_MATCHED = 3;
    static final int WIDTH = 4;

    private static final double[] NONE = new double[WIDTH];

    private final TreeMap<String, double[]> labels = new TreeMap<>();

    /** Starts at nothing. */
    public MatchTally() {}

    /**
     * Counts a thing of an answer.
     *
     * @param label what kind it is
     */
    public void answer(String label) {
        numbers(label)[ANSWERED]++;
    }

    /**
     * Counts a thing of a reference.
     *
     * @param label what kind it is
     */
    public void reference(String label) {
        numbers(label)[REFERENCED]++;
    }

    /**
     * Counts that a thing of the answer, and one of the reference, both counted already, are the same.
     *
     * @param answerLabel what kind the one of the answer is
     * @param referenceLabel what kind the one of the reference is
     * @param credit above 0, up to 1 for a full match
     */
    public void match(String answerLabel, String referenceLabel, double credit) {
        numbers(answerLabel)[ANSWERS_MATCHED] += credit;
        numbers(referenceLabel)[REFERENCES_MATCHED] += credit;
    }

    private double[] numbers(String label) {
        Objects.requireNonNull(label, "label");
        var known = labels.get(label);
        if (known == null) {
            known = new double[WIDTH];
            labels.put(label, known);
        }
        return known;
    }

    /** {@return the labels that were counted, sorted} */
    public SortedSet<String> labels() {
        return new TreeSet<>(labels.keySet());
    }

    /**
     * Returns how many things of a label were answered.
     *
     * @param label any
     * @return 0 or more
     */
    public double answered(String label) {
        return of(label)[ANSWERED];
    }

    /**
     * Returns how many things of a label the references have.
     *
     * @param label any
     * @return 0 or more
     */
    public double referenced(String label) {
        return of(label)[REFERENCED];
    }

    /**
     * Returns the credit of the answered things of a label.
     *
     * @param label any
     * @return 0 or more
     */
    public double matched(String label) {
        return of(label)[ANSWERS_MATCHED];
    }

    private double[] of(String label) {
        return labels.getOrDefault(label, NONE);
    }

    /** Adds another tally, so many times. */
    void add(MatchTally other, double weight) {
        other.labels.forEach((label, theirs) -> {
            var mine = numbers(label);
            for (var i = 0; i < WIDTH; i++) {
                mine[i] += theirs[i] * weight;
            }
        });
    }

    /** Returns this tally as if all of the references had been answered, and nothing else. */
    MatchTally atBest() {
        var best = new MatchTally();
        labels.forEach((label, numbers) -> {
            if (numbers[REFERENCED] > 0) {
                Arrays.fill(best.numbers(label), numbers[REFERENCED]);
            }
        });
        return best;
    }

    /** Writes the numbers of these labels, in their order, one after another. */
    void write(Iterable<String> wanted, double[] into) {
        var at = 0;
        for (var label : wanted) {
            System.arraycopy(of(label), 0, into, at, WIDTH);
            at += WIDTH;
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof MatchTally tally) || !labels.keySet().equals(tally.labels.keySet())) {
            return false;
        }
        return labels.entrySet().stream().allMatch(entry -> Arrays.equals(entry.getValue(), tally.of(entry.getKey())));
    }

    @Override
    public int hashCode() {
        var hash = 1;
        for (var entry : labels.entrySet()) {
            hash = 31 * (31 * hash + entry.getKey().hashCode()) + Arrays.hashCode(entry.getValue());
        }
        return hash;
    }

    /** {@return e.g. {@code {city=[3.0, 4.0, 2.0, 2.0]}}: answered, referenced, answers matched, references matched} */
    @Override
    public String toString() {
        var text = new StringBuilder("{");
        labels.forEach((label, numbers) -> text.append(text.length() > 1 ? ", " : "")
                .append(label)
                .append('=')
                .append(Arrays.toString(numbers)));
        return text.append('}').toString();
    }
}
