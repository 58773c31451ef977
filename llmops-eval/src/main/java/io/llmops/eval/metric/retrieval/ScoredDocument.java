package io.llmops.eval.metric.retrieval;

import java.util.Arrays;
import java.util.List;

/** A document with its score, in trec_eval's order: the highest score first, then the last id. */
record ScoredDocument(String id, double score) implements Comparable<ScoredDocument> {

    ScoredDocument {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("expected finite scores, found " + score);
        }
    }

    static ScoredDocument[] inOrder(List<String> ids, List<Double> scores) {
        var documents = new ScoredDocument[ids.size()];
        for (var i = 0; i < documents.length; i++) {
            // a score of −0 is 0
            documents[i] = new ScoredDocument(ids.get(i), scores.get(i) + 0.0);
        }
        Arrays.sort(documents);
        return documents;
    }

    @Override
    public int compareTo(ScoredDocument other) {
        var byScore = Double.compare(other.score, score);
        return byScore != 0 ? byScore : DocumentOrder.compare(other.id, id);
    }
}
