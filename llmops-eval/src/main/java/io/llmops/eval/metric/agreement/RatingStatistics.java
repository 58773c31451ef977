package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.RowStatistics;
import io.llmops.eval.metric.RowTable;

/** A coefficient over rows that are items, of known categories or, if those are 0, of what is there. */
record RatingStatistics(Coefficient coefficient, int width, int categories) implements RowStatistics {

    @Override
    public Computation over(RowTable rows) {
        return coefficient.over(Ratings.of(rows, categories));
    }
}
