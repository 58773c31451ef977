package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Optional;

/**
 * How many times more often a class is predicted for its examples than for others, and how many times more often it is
 * not. The interval is that of the logarithm (Simel, Samsa and Matchar 1991), with half an example added to each count
 * where one is 0. Immutable.
 */
record LikelihoodRatios(double hits, double referenced, double predicted, double all) {

    LikelihoodRatios(ClassCounts counts) {
        this(counts.hits(), counts.referenced(), counts.predicted(), counts.all());
    }

    /** Returns sensitivity / (1 − specificity), NaN if it divides by nothing. */
    double positive() {
        return ratio(hits, predicted - hits);
    }

    /** Returns (1 − sensitivity) / specificity, NaN if it divides by nothing. */
    double negative() {
        return ratio(referenced - hits, all - referenced - (predicted - hits));
    }

    private double ratio(double ofClass, double ofOthers) {
        return referenced > 0 && ofOthers > 0 ? (ofClass / referenced) / (ofOthers / (all - referenced)) : Double.NaN;
    }

    MetricValue positive(double scale, double level, boolean failures) {
        return value(positive(), new double[] {hits, predicted - hits}, scale, level, failures);
    }

    MetricValue negative(double scale, double level, boolean failures) {
        return value(
                negative(),
                new double[] {referenced - hits, all - referenced - (predicted - hits)},
                scale,
                level,
                failures);
    }

    private MetricValue value(double ratio, double[] counts, double scale, double level, boolean failures) {
        if (Double.isNaN(ratio)) {
            return new Undefined("no example of the class, or no other example to compare with");
        }
        return new Estimate(
                ratio,
                Optional.of(interval(ratio, counts, scale, level)),
                Math.round(all * scale),
                0,
                failures ? new Reach(0, Double.POSITIVE_INFINITY) : Reach.at(ratio));
    }

    private Interval interval(double ratio, double[] counts, double scale, double level) {
        var found = Proportions.ratio(
                Math.max(0, Math.min(counts[0], referenced)) * scale,
                referenced * scale,
                Math.max(0, Math.min(counts[1], all - referenced)) * scale,
                (all - referenced) * scale,
                level);
        return new Interval(Math.min(ratio, found.lower()), Math.max(ratio, found.upper()), level, found.method());
    }
}
