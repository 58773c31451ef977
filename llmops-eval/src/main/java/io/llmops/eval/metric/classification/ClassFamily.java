package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.MetricValue;
import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;
import io.llmops.eval.metric.MetricValue.Undefined;
import io.llmops.eval.metric.ZeroDivision;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.Optional;

/**
 * What every class has a number of, as a function of its {@link ClassCounts}. The interval is Wilson's: precision, recall and
 * specificity are proportions. So is the Jaccard index of the examples that are or were said to be of the class, and F1 =
 * 2 J / (1 + J). Other F-scores are weighted proportions of the same examples, taken at their effective number (Kish
 * 1965). Immutable.
 */
record ClassFamily(Kind kind, double beta) {

    enum Kind {
        PRECISION,
        RECALL,
        F,
        SPECIFICITY,
        JACCARD
    }

    static final ClassFamily PRECISION = new ClassFamily(Kind.PRECISION, 1);
    static final ClassFamily RECALL = new ClassFamily(Kind.RECALL, 1);
    static final ClassFamily SPECIFICITY = new ClassFamily(Kind.SPECIFICITY, 1);
    static final ClassFamily JACCARD = new ClassFamily(Kind.JACCARD, 1);

    static ClassFamily f(double beta) {
        return new ClassFamily(Kind.F, beta);
    }

    String name() {
        return switch (kind) {
            case PRECISION -> "precision";
            case RECALL -> "recall";
            case F -> "f" + (beta == Math.rint(beta) && beta < Integer.MAX_VALUE ? "" + (int) beta : "" + beta);
            case SPECIFICITY -> "specificity";
            case JACCARD -> "jaccard";
        };
    }

    String definition() {
        return switch (kind) {
            case PRECISION -> "right answers of a class / answers of that class";
            case RECALL -> "right answers of a class / examples of that class";
            case F ->
                beta == 1
                        ? "2 precision recall / (precision + recall)"
                        : "(1 + b²) precision recall / (b² precision + recall), b = " + beta;
            case SPECIFICITY -> "examples of other classes not said to be of a class / examples of other classes";
            case JACCARD -> "right answers of a class / examples that are or were said to be of that class";
        };
    }

    /** Returns the number, or NaN if it divides by nothing. */
    double value(double hits, double referenced, double predicted, double all) {
        return switch (kind) {
            case PRECISION -> predicted > 0 ? hits / predicted : Double.NaN;
            case RECALL -> referenced > 0 ? hits / referenced : Double.NaN;
            case F ->
                referenced + predicted > 0
                        ? (1 + beta * beta) * hits / (beta * beta * referenced + predicted)
                        : Double.NaN;
            case SPECIFICITY ->
                all > referenced ? Math.max(0, 1 - (predicted - hits) / (all - referenced)) : Double.NaN;
            case JACCARD -> referenced + predicted > 0 ? hits / (referenced + predicted - hits) : Double.NaN;
        };
    }

    /** Returns how many examples the number is about. */
    double whole(ClassCounts counts) {
        return switch (kind) {
            case PRECISION -> counts.predicted();
            case RECALL -> counts.referenced();
            case SPECIFICITY -> counts.all() - counts.referenced();
            case F, JACCARD -> counts.predicted() + counts.referenced() - counts.hits();
        };
    }

    /** Returns the value of some counts with its uncertainty, by the rule for what divides by nothing. */
    MetricValue estimate(ClassCounts counts, Reach reach, IntervalScale scale, ReportSettings settings) {
        var number = counts.value(this);
        if (!Double.isNaN(number)) {
            var effective = counts.scaled(scale.factor());
            return new Estimate(
                    number,
                    Optional.of(interval(effective, scale.level())),
                    Math.round(whole(effective)),
                    0,
                    new Reach(Math.min(reach.lowest(), number), Math.max(reach.highest(), number)));
        }
        if (settings.zeroDivision() != ZeroDivision.UNDEFINED) {
            var byRule = settings.zeroDivision().inAverages();
            return new Estimate(byRule, Optional.empty(), 0, 0, Reach.at(byRule));
        }
        return new Undefined(undefined());
    }

    /**
     * Returns what the number could have been, had the failed observations been answered: at best each right; at worst
     * each that is of another class said to be of this one.
     */
    Reach reach(ClassCounts counts, double failed, double failedOf) {
        var lowest = counts.answered(failed - failedOf, 0).value(this);
        var highest = counts.answered(failedOf, failedOf).value(this);
        var least = Double.isNaN(lowest) ? 0 : lowest;
        return new Reach(least, Math.max(least, Double.isNaN(highest) ? 0 : highest));
    }

    private Interval interval(ClassCounts counts, double level) {
        var whole = whole(counts);
        var hits = Math.min(counts.hits(), whole);
        return switch (kind) {
            case PRECISION, RECALL, JACCARD -> Proportions.wilson(hits, whole, level);
            case SPECIFICITY ->
                Proportions.wilson(
                        Math.max(0, Math.min(whole, whole - (counts.predicted() - counts.hits()))), whole, level);
            case F ->
                beta == 1
                        ? f1(Proportions.wilson(hits, whole, level))
                        : weighted(
                                counts.hits(),
                                counts.referenced() - counts.hits(),
                                counts.predicted() - counts.hits(),
                                level);
        };
    }

    private static Interval f1(Interval jaccard) {
        return new Interval(
                2 * jaccard.lower() / (1 + jaccard.lower()),
                2 * jaccard.upper() / (1 + jaccard.upper()),
                jaccard.level(),
                "wilson of jaccard");
    }

    private Interval weighted(double hits, double missed, double wrong, double level) {
        var square = beta * beta;
        var ofMissed = square / (1 + square);
        var ofWrong = 1 / (1 + square);
        var sum = hits + ofMissed * missed + ofWrong * wrong;
        var effective = sum * sum / (hits + ofMissed * ofMissed * missed + ofWrong * ofWrong * wrong);
        var score = Proportions.wilson(Math.min(effective, hits / sum * effective), effective, level);
        return new Interval(score.lower(), score.upper(), level, "wilson, effective n");
    }

    private String undefined() {
        return switch (kind) {
            case PRECISION -> "never predicted";
            case RECALL -> "no example has this label";
            case SPECIFICITY -> "every example has this label";
            case F, JACCARD -> "never predicted, and no example has this label";
        };
    }
}
