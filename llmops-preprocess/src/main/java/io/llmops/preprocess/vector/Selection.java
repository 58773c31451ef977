package io.llmops.preprocess.vector;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which terms make the vocabulary. Immutable. */
record Selection(DocumentLimit min, DocumentLimit max, int maxFeatures) {

    static final Selection ALL = new Selection(DocumentLimit.count(1), DocumentLimit.share(1), Integer.MAX_VALUE);

    Selection {
        if (maxFeatures < 1) {
            throw new IllegalArgumentException("expected 1 feature or more, found " + maxFeatures);
        }
    }

    /** The terms kept, in code point order. */
    List<Map.Entry<String, TermStatistics>> select(Map<String, TermStatistics> terms, int documents) {
        var least = min.of(documents);
        var most = max.of(documents);
        if (documents > 0 && most < least) {
            throw new IllegalArgumentException("expected a term in " + least + " documents or more and in " + most
                    + " or fewer, which no term can be");
        }
        var kept = terms.entrySet().stream()
                .filter(term -> term.getValue().documents >= least && term.getValue().documents <= most)
                .sorted(Map.Entry.comparingByKey(CodePointOrder.INSTANCE));
        if (maxFeatures < terms.size()) {
            kept = kept.sorted(Comparator.comparingLong(term -> -term.getValue().occurrences))
                    .limit(maxFeatures)
                    .sorted(Map.Entry.comparingByKey(CodePointOrder.INSTANCE));
        }
        return kept.toList();
    }
}
