package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;

/**
 * Intervals of the numbers about all classes without resampling; none ever has zero width. Rates have Wilson's. So have
 * averages, at the number of rows of which one rate would vary as the average does if all classes were alike: one over
 * the sum of squared weights divided by the classes' rows; that is for few wrong answers, or few right ones, of which a
 * class alone says nothing. Cohen's κ and Matthews correlation are linear in the accuracy as long as the sums of rows and
 * columns are kept, so they have Wilson's of the accuracy.
 */
final class CombinedIntervals {

    private static final double SMALL_CLASS = 15;

    private final ConfusionStatistics statistics;
    private final IntervalScale scale;
    private final double[] numbers;

    CombinedIntervals(ConfusionStatistics statistics, IntervalScale scale, double[] numbers) {
        this.statistics = statistics;
        this.scale = scale;
        this.numbers = numbers;
    }

    /**
     * Returns whether a number is a mean over classes of which one has too few examples for a bootstrap to know how much
     * its number varies: simulated, the bootstrap then covers 88–92 % instead of 95.
     */
    boolean hasSmallClass(int i) {
        var macro = ConfusionStatistics.MICRO + statistics.families();
        var overClasses = i == ConfusionStatistics.BALANCED_ACCURACY
                || i == statistics.details()
                || (i >= macro && i < macro + statistics.families());
        return overClasses && statistics.smallestClass() * scale.factor() < SMALL_CLASS;
    }

    /** Returns whether a number is a plain rate, of which this is the interval of choice. */
    boolean isExact(int i) {
        return i == ConfusionStatistics.ACCURACY
                || i == ConfusionStatistics.MICRO
                || i == ConfusionStatistics.MICRO + 1
                || i == statistics.details() + 1;
    }

    Interval of(int i) {
        var families = statistics.families();
        if (i == ConfusionStatistics.ACCURACY) {
            return accuracy();
        }
        if (i == ConfusionStatistics.MCC || i == ConfusionStatistics.KAPPA) {
            return association(i);
        }
        if (i == ConfusionStatistics.BALANCED_ACCURACY) {
            return average(i, 1, false);
        }
        if (i >= statistics.details()) {
            return detail(i, i - statistics.details());
        }
        var family = (i - ConfusionStatistics.MICRO) % families;
        if (i < ConfusionStatistics.MICRO + families) {
            return micro(i, family);
        }
        return average(i, family, i >= ConfusionStatistics.MICRO + 2 * families);
    }

    private Interval accuracy() {
        var n = statistics.total() * scale.factor();
        return Proportions.wilson(numbers[ConfusionStatistics.ACCURACY] * n, n, scale.level());
    }

    private Interval detail(int i, int detail) {
        if (detail == 0) {
            var guess = 1.0 / statistics.classesWithExamples();
            var balanced = of(ConfusionStatistics.BALANCED_ACCURACY);
            return new Interval(
                    (balanced.lower() - guess) / (1 - guess),
                    (balanced.upper() - guess) / (1 - guess),
                    scale.level(),
                    balanced.method());
        }
        if (detail == 1) {
            var accuracy = accuracy();
            return new Interval(1 - accuracy.upper(), 1 - accuracy.lower(), scale.level(), accuracy.method());
        }
        return weightedKappa(numbers[i], detail - 2);
    }

    /** The mean cost of disagreement as if each answer cost nothing or the most: more than it can vary. */
    private Interval weightedKappa(double kappa, int power) {
        var most = StrictMath.pow(statistics.mostCost(), power + 1);
        var byChance = statistics.chance(power);
        var n = statistics.total() * scale.factor();
        var share = Math.max(0, Math.min(1, (1 - kappa) * byChance / most));
        var cost = Proportions.wilson(share * n, n, scale.level());
        return new Interval(
                Math.max(-1, Math.min(kappa, 1 - cost.upper() * most / byChance)),
                Math.min(1, Math.max(kappa, 1 - cost.lower() * most / byChance)),
                scale.level(),
                "wilson of cost, sums fixed");
    }

    private Interval micro(int i, int family) {
        var predicted = 0.0;
        var referenced = 0.0;
        for (var c = 0; c < statistics.included(); c++) {
            predicted += statistics.predicted(c);
            referenced += statistics.referenced(c);
        }
        var whole = switch (statistics.family(family).kind()) {
            case PRECISION -> predicted;
            case RECALL -> referenced;
            case F, JACCARD -> Math.max(predicted, referenced);
            case SPECIFICITY -> statistics.total() * statistics.included() - referenced;
        };
        var n = whole * scale.factor();
        return n > 0
                ? Proportions.wilson(Math.min(n, numbers[i] * n), n, scale.level())
                : new Interval(0, 1, scale.level(), "nothing known");
    }

    private Interval association(int i) {
        var accuracy = numbers[ConfusionStatistics.ACCURACY];
        var both = 0.0;
        var squares = new double[2];
        var total = statistics.total();
        for (var c = 0; c < statistics.places(); c++) {
            both += statistics.referenced(c) * statistics.predicted(c) / total / total;
            squares[0] += StrictMath.pow(statistics.referenced(c) / total, 2);
            squares[1] += StrictMath.pow(statistics.predicted(c) / total, 2);
        }
        var slope =
                i == ConfusionStatistics.KAPPA ? 1 / (1 - both) : 1 / Math.sqrt((1 - squares[0]) * (1 - squares[1]));
        if (!(slope > 0 && slope < Double.POSITIVE_INFINITY)) {
            return new Interval(-1, 1, scale.level(), "nothing known");
        }
        var rate = accuracy();
        return new Interval(
                Math.max(-1, Math.min(1, numbers[i] - slope * (accuracy - rate.lower()))),
                Math.max(-1, Math.min(1, numbers[i] + slope * (rate.upper() - accuracy))),
                scale.level(),
                "wilson of accuracy, sums fixed");
    }

    private Interval average(int i, int family, boolean weighted) {
        var sum = 0.0;
        for (var c = 0; c < statistics.included(); c++) {
            sum += weight(c, weighted, i);
        }
        if (sum == 0) {
            return new Interval(0, 1, scale.level(), "nothing known");
        }
        var variance = 0.0;
        for (var c = 0; c < statistics.included(); c++) {
            var share = weight(c, weighted, i) / sum;
            variance += share * share / Math.max(1, rows(c, family) * scale.factor());
        }
        var n = 1 / variance;
        var score = Proportions.wilson(Math.min(n, numbers[i] * n), n, scale.level());
        return new Interval(
                Math.min(score.lower(), numbers[i]),
                Math.max(score.upper(), numbers[i]),
                scale.level(),
                "wilson, effective n");
    }

    /** Returns how many rows tell about a class; for F-scores half of those that are it or were said to be. */
    private double rows(int c, int family) {
        return switch (statistics.family(family).kind()) {
            case PRECISION -> statistics.predicted(c);
            case RECALL -> statistics.referenced(c);
            case F, JACCARD -> (statistics.predicted(c) + statistics.referenced(c)) / 2;
            case SPECIFICITY -> statistics.total() - statistics.referenced(c);
        };
    }

    private double weight(int c, boolean weighted, int i) {
        if (i == ConfusionStatistics.BALANCED_ACCURACY) {
            return statistics.referenced(c) > 0 ? 1 : 0;
        }
        return weighted ? statistics.referenced(c) : 1;
    }
}
