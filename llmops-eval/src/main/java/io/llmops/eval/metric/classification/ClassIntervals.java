package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.List;

/**
 * Intervals of one class's numbers by Wilson's score method. Precision and recall are proportions. So is the Jaccard
 * index of the examples that are or were said to be of the class, and F1 = 2 J / (1 + J). Other F-scores are weighted
 * proportions of the same examples, taken at their effective number (Kish 1965).
 */
final class ClassIntervals {

    private final ConfusionStatistics statistics;
    private final List<Double> betas;
    private final double scale;
    private final double level;

    ClassIntervals(ConfusionStatistics statistics, List<Double> betas, double scale, double level) {
        this.statistics = statistics;
        this.betas = betas;
        this.scale = scale;
        this.level = level;
    }

    double scale() {
        return scale;
    }

    double level() {
        return level;
    }

    /** Returns the interval of a defined number. */
    Interval of(int c, int family) {
        var right = statistics.right(c) * scale;
        if (family < 2) {
            return Proportions.wilson(right, whole(c, family), level);
        }
        return betas.get(family - 2) == 1 ? f1(right, whole(c, family)) : weighted(c, betas.get(family - 2));
    }

    /** Returns the number of examples a class's number is about. */
    long n(int c, int family) {
        return Math.round(whole(c, family));
    }

    private double whole(int c, int family) {
        var predicted = statistics.predicted(c);
        var referenced = statistics.referenced(c);
        return scale
                * switch (family) {
                    case 0 -> predicted;
                    case 1 -> referenced;
                    default -> predicted + referenced - statistics.right(c);
                };
    }

    private Interval f1(double right, double union) {
        var jaccard = Proportions.wilson(right, union, level);
        return new Interval(
                2 * jaccard.lower() / (1 + jaccard.lower()),
                2 * jaccard.upper() / (1 + jaccard.upper()),
                level,
                "wilson of jaccard");
    }

    private Interval weighted(int c, double beta) {
        var square = beta * beta;
        var right = statistics.right(c) * scale;
        var missed = (statistics.referenced(c) - statistics.right(c)) * scale;
        var wrong = (statistics.predicted(c) - statistics.right(c)) * scale;
        var ofMissed = square / (1 + square);
        var ofWrong = 1 / (1 + square);
        var sum = right + ofMissed * missed + ofWrong * wrong;
        var effective = sum * sum / (right + ofMissed * ofMissed * missed + ofWrong * ofWrong * wrong);
        var score = Proportions.wilson(Math.min(effective, right / sum * effective), effective, level);
        return new Interval(score.lower(), score.upper(), level, "wilson, effective n");
    }
}
