package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.RowStatistics;

/** An agreement coefficient: one number of weighted items. */
interface Coefficient {

    /** Returns what computes it over some ratings, for any weights of the items; NaN where it is undefined. */
    RowStatistics.Computation over(Ratings ratings);

    /** Returns whether a rating can be measured. */
    default boolean takes(double rating) {
        return true;
    }
}
