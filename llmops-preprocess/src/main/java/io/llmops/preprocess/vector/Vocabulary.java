package io.llmops.preprocess.vector;

import io.llmops.core.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The terms a vector's positions stand for, in code point order. Immutable. */
public final class Vocabulary {

    private final List<String> terms;
    private final Map<String, Integer> indices;

    /**
     * Returns a vocabulary.
     *
     * @param terms the terms, each greater than the one before in code point order
     * @throws IllegalArgumentException if they are not in order
     */
    Vocabulary(List<String> terms) {
        this.terms = List.copyOf(terms);
        this.indices = new HashMap<>(terms.size() * 2);
        for (var i = 0; i < terms.size(); i++) {
            if (i > 0 && CodePointOrder.INSTANCE.compare(terms.get(i - 1), terms.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "expected terms in code point order, found one out of order at " + i);
            }
            indices.put(terms.get(i), i);
        }
    }

    /** {@return the terms, in the order of their positions} */
    public List<String> terms() {
        return terms;
    }

    /** {@return the number of terms} */
    public int size() {
        return terms.size();
    }

    /**
     * Returns the position of a term.
     *
     * @param term the term
     * @return its position, or empty if it is not in the vocabulary
     */
    public OptionalInt index(String term) {
        var index = indices.get(term);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    int indexOrMinusOne(String term) {
        return indices.getOrDefault(term, -1);
    }

    /** {@return the hash of the terms, in order} */
    public Fingerprint fingerprint() {
        return Fingerprint.of(terms.toArray(String[]::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary vocabulary && terms.equals(vocabulary.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** {@return the number of terms, e.g. {@code 1234 terms}} */
    @Override
    public String toString() {
        return terms.size() + " terms";
    }
}
