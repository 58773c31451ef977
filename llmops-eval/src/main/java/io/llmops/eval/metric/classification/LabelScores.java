package io.llmops.eval.metric.classification;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a classifier says of each label: a probability, or any score that is higher for more likely labels. As text it is
 * its top label, so that {@link Classification#report()} takes it as the answer. Immutable.
 *
 * @param scores by label, finite, at least one; a label that is not there has 0
 */
public record LabelScores(SortedMap<String, Double> scores) {

    /**
     * Copies the scores.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite; the message names its label
     */
    public LabelScores {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("expected the score of a label, found none");
        }
        scores.forEach((label, score) -> {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("expected finite scores, found " + score + " of label '"
                        + label.substring(0, Math.min(label.length(), 100)) + "'");
            }
        });
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /**
     * Returns the scores of a map.
     *
     * @param scores by label, finite, at least one
     * @return the scores
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static LabelScores of(Map<String, Double> scores) {
        return new LabelScores(new TreeMap<>(scores));
    }

    /** {@return the label with the highest score, of equals the first by name} */
    public String top() {
        var top = scores.firstKey();
        for (var entry : scores.entrySet()) {
            top = entry.getValue() > score(top) ? entry.getKey() : top;
        }
        return top;
    }

    /**
     * Returns the score of a label.
     *
     * @param label any
     * @return its score; 0 if it has none
     */
    public double score(String label) {
        return scores.getOrDefault(label, 0.0);
    }

    /** {@return the top label} */
    @Override
    public String toString() {
        return top();
    }
}
