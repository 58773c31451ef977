package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;

/**
 * What every class has a number of, as a function of four counts: the examples that are of the class and were said to be
 * ({@code hits}), those that are, those that were said to be, and all. The interval is Wilson's: precision, recall and
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
    double whole(double hits, double referenced, double predicted, double all) {
        return switch (kind) {
            case PRECISION -> predicted;
            case RECALL -> referenced;
            case SPECIFICITY -> all - referenced;
            case F, JACCARD -> predicted + referenced - hits;
        };
    }

    /** Returns the interval of a defined number of whole counts, or of counts made effective. */
    Interval interval(double hits, double referenced, double predicted, double all, double level) {
        var whole = whole(hits, referenced, predicted, all);
        return switch (kind) {
            case PRECISION, RECALL, JACCARD -> Proportions.wilson(Math.min(hits, whole), whole, level);
            case SPECIFICITY ->
                Proportions.wilson(Math.max(0, Math.min(whole, whole - (predicted - hits))), whole, level);
            case F ->
                beta == 1
                        ? f1(Proportions.wilson(Math.min(hits, whole), whole, level))
                        : weighted(hits, referenced - hits, predicted - hits, level);
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

    /** Returns why there is no number. */
    String undefined() {
        return switch (kind) {
            case PRECISION -> "never predicted";
            case RECALL -> "no example has this label";
            case SPECIFICITY -> "every example has this label";
            case F, JACCARD -> "never predicted, and no example has this label";
        };
    }
}
