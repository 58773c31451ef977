package io.llmops.eval.metric.retrieval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Documents as a search returned them, the best first. Immutable.
 *
 * @param documents their ids, each once
 * @param scores as many finite numbers, in falling order; or none, where the order is all that is known
 */
public record Ranking(List<String> documents, List<Double> scores) {

    /** No documents. */
    public static final Ranking EMPTY = new Ranking(List.of(), List.of());

    /**
     * Orders the documents by their scores, if there are any: the highest first, and equal ones as trec_eval does, by id,
     * the last in the order of Unicode first.
     *
     * @throws IllegalArgumentException if a document comes twice, or scores are not finite or not as many as documents
     */
    public Ranking {
        if (!scores.isEmpty() && scores.size() != documents.size()) {
            throw new IllegalArgumentException(
                    "expected a score for each of " + documents.size() + " documents, found " + scores.size());
        }
        requireDifferent(documents);
        if (scores.isEmpty()) {
            documents = List.copyOf(documents);
            scores = List.of();
        } else {
            var order = ScoredDocument.inOrder(documents, scores);
            documents = Arrays.stream(order).map(ScoredDocument::id).toList();
            scores = new ScoreList(
                    Arrays.stream(order).mapToDouble(ScoredDocument::score).toArray());
        }
    }

    /**
     * Returns documents in the order in which they are given.
     *
     * @param documents ids, the best first
     * @return the ranking, without scores
     * @throws IllegalArgumentException if a document comes twice
     */
    public static Ranking of(List<String> documents) {
        return new Ranking(documents, List.of());
    }

    /**
     * Returns documents in the order of their scores.
     *
     * @param scores finite numbers by id
     * @return the ranking
     * @throws IllegalArgumentException if a score is not finite
     */
    public static Ranking of(Map<String, Double> scores) {
        var entries = List.copyOf(scores.entrySet());
        return new Ranking(
                entries.stream().map(Map.Entry::getKey).toList(),
                entries.stream().map(Map.Entry::getValue).toList());
    }

    /** {@return how many documents there are} */
    public int size() {
        return documents.size();
    }

    private static void requireDifferent(List<String> documents) {
        var seen = new HashSet<String>(documents.size() * 2);
        for (var document : documents) {
            if (!seen.add(Objects.requireNonNull(document, "document"))) {
                throw new IllegalArgumentException("expected every document once, found '" + document + "' twice");
            }
        }
    }
}
