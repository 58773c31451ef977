package io.llmops.eval.metric.classification;

import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Weights;
import io.llmops.eval.stats.DeltaMethod;
import io.llmops.eval.stats.Interval;
import io.llmops.eval.stats.Proportions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a yes-or-no question with the truth: areas, curves, and the choice of a threshold; as scikit-learn defines
 * them. Keeps 17 bytes a score; takes 8 more for the area, and 9 to keep and 32 while it
 * sorts for everything else. Immutable.
 */
public final class BinaryScores {

    private final double[] scores;
    private final boolean[] truth;
    private final double[] weights;
    private final boolean alike;
    private final double[] totals = new double[2];
    private volatile @Nullable RankedScores ranked;
    private volatile @Nullable RocArea area;

    private BinaryScores(double[] scores, boolean[] truth, double[] weights) {
        if (scores.length != truth.length || weights.length != truth.length) {
            throw new IllegalArgumentException("expected as many scores as truths and weights, found " + scores.length
                    + ", " + truth.length + " and " + weights.length);
        }
        var all = true;
        for (var i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("expected finite scores, found " + scores[i] + " at place " + i);
            }
            totals[truth[i] ? 0 : 1] += Weights.require(weights[i]);
            all &= weights[i] == 1;
        }
        this.scores = scores;
        this.truth = truth;
        this.weights = weights;
        alike = all;
        if (totals[0] == 0 || totals[1] == 0) {
            throw new IllegalArgumentException("expected examples of both kinds, found weights of " + totals[0]
                    + " true, " + totals[1] + " false");
        }
    }

    /**
     * Returns the scores of some examples.
     *
     * @param scores finite, one an example; copied
     * @param truth whether each example is a yes; copied
     * @return the scores
     * @throws IllegalArgumentException if the lengths differ, a score is not finite, or no example is true or none false
     */
    public static BinaryScores of(double[] scores, boolean[] truth) {
        var weights = new double[scores.length];
        Arrays.fill(weights, 1);
        return new BinaryScores(scores.clone(), truth.clone(), weights);
    }

    /**
     * Returns the scores of some examples that count differently.
     *
     * @param scores finite, one an example; copied
     * @param truth whether each example is a yes; copied
     * @param weights of the examples, finite, 0 or more; copied
     * @return the scores
     * @throws IllegalArgumentException if the lengths differ, a number is not as it must be, or no example is true or none
     *     false
     */
    public static BinaryScores of(double[] scores, boolean[] truth, double[] weights) {
        return new BinaryScores(scores.clone(), truth.clone(), weights.clone());
    }

    /**
     * Returns the scores of the answered ones among some observations.
     *
     * @param observations whose answers are {@link LabelScores}, or numbers that are the score of a yes
     * @param positive the label that is a yes
     * @return the scores
     * @throws IllegalArgumentException if an answer is neither or not finite; the message names the example
     */
    public static BinaryScores from(Iterable<? extends Observation<?, ?, ?>> observations, String positive) {
        var reader = new BinaryReader(positive);
        var rows = new ArrayList<double[]>();
        for (var observation : observations) {
            var row = new double[2];
            if (reader.read(observation, row)) {
                rows.add(row);
            }
        }
        var truth = new boolean[rows.size()];
        for (var i = 0; i < truth.length; i++) {
            truth[i] = rows.get(i)[1] == 1;
        }
        return of(rows.stream().mapToDouble(row -> row[0]).toArray(), truth);
    }

    /** Ranks the scores when that is first needed; two threads that come at once rank them twice, alike. */
    private RankedScores ranked() {
        var known = ranked;
        if (known == null) {
            known = RankedScores.of(scores, truth, 1);
            ranked = known;
        }
        return known;
    }

    private RocArea area() {
        var known = area;
        if (known == null) {
            known = RocArea.of(scores, truth, (int) totals[0]);
            area = known;
        }
        return known;
    }

    /** {@return how likely a true one has a higher score than a false one, ties counting half; from 0 to 1} */
    public double rocAuc() {
        return alike ? area().value() : ranked().rocAuc(weights);
    }

    /**
     * Returns the interval of the area by DeLong, DeLong and Clarke-Pearson (1988), from ranks as Sun and Xu (2014) have
     * it, in one pass. Where the area is 0 or 1, Wilson's at as many examples as there are of the rarer kind. Approximate,
     * from about 30 examples of each kind, for areas up to 0.95; for examples that count alike.
     *
     * @param level the confidence, above 0 and below 1
     * @return the interval within [0, 1]
     * @throws IllegalStateException if a weight is not 1
     */
    public Interval rocAucInterval(double level) {
        if (!alike) {
            throw new IllegalStateException("expected examples that count alike, found weights other than 1");
        }
        var found = area();
        if (found.standardError() == 0) {
            var rarer = Math.min(totals[0], totals[1]);
            return Proportions.wilson(found.value() * rarer, rarer, level);
        }
        var normal = DeltaMethod.interval(found.value(), found.standardError(), level);
        return new Interval(Math.max(0, normal.lower()), Math.min(1, normal.upper()), level, "delong");
    }

    /**
     * Returns the area under the left part of the curve, scaled so that guessing is ½ and perfect 1 (McClish 1989).
     *
     * @param most the highest rate of false positives, above 0, 1 at most
     * @return the scaled area
     * @throws IllegalArgumentException if the rate is out of range
     */
    public double partialRocAuc(double most) {
        if (!(most > 0 && most <= 1)) {
            throw new IllegalArgumentException("expected a rate above 0 up to 1, found " + most);
        }
        return ranked().partialAuc(weights, most);
    }

    /** {@return the mean over the true ones of the precision at their score; from 0 to 1} */
    public double averagePrecision() {
        return ranked().averagePrecision(weights);
    }

    /**
     * Returns what comes of every threshold that makes a difference: both the ROC curve and, read backwards, the
     * precision-recall curve.
     *
     * @return the points from the highest threshold, which nothing reaches, to the lowest, which all do
     */
    public List<OperatingPoint> curve() {
        var points = new ArrayList<OperatingPoint>(ranked().groups() + 1);
        points.add(new OperatingPoint(Double.POSITIVE_INFINITY, 1, 0, 0));
        var group = new double[2];
        var right = 0.0;
        var wrong = 0.0;
        for (var g = ranked().groups() - 1; g >= 0; g--) {
            ranked().group(g, weights, group);
            right += group[0];
            wrong += group[1];
            if (group[0] + group[1] > 0) {
                points.add(new OperatingPoint(
                        scores[ranked().firstRow(g)], right / (right + wrong), right / totals[0], wrong / totals[1]));
            }
        }
        return Collections.unmodifiableList(points);
    }

    /**
     * Returns the point with the best F-score, of equals the one with the highest threshold.
     *
     * @param beta how many times recall weighs as much as precision, above 0
     * @return the point; chosen on these examples it looks better than it will be on others
     */
    public OperatingPoint bestF(double beta) {
        return best(curve(), Comparator.comparingDouble(point -> point.f(beta)));
    }

    /**
     * Returns the point with the highest precision among those that find enough, of equals the one that finds more.
     *
     * @param recall the least recall, from 0 to 1
     * @return the point
     * @throws IllegalArgumentException if the recall is out of range
     */
    public OperatingPoint bestPrecision(double recall) {
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("expected a recall from 0 to 1, found " + recall);
        }
        return best(
                curve().stream().filter(point -> point.recall() >= recall).toList(),
                Comparator.comparingDouble(OperatingPoint::precision).thenComparingDouble(OperatingPoint::recall));
    }

    /**
     * Returns the point where errors cost least, of equals the one with the highest threshold.
     *
     * @param falsePositive what a false yes costs, 0 or more
     * @param falseNegative what a false no costs, 0 or more
     * @return the point
     */
    public OperatingPoint cheapest(double falsePositive, double falseNegative) {
        Comparator<OperatingPoint> byCost =
                Comparator.comparingDouble(point -> falsePositive * point.falsePositiveRate() * totals[1]
                        + falseNegative * (1 - point.recall()) * totals[0]);
        return best(curve(), byCost.reversed());
    }

    private static OperatingPoint best(List<OperatingPoint> points, Comparator<OperatingPoint> by) {
        return points.stream()
                .reduce((best, next) -> by.compare(next, best) > 0 ? next : best)
                .orElseThrow();
    }

    /**
     * Returns how well the scores are probabilities.
     *
     * @return the calibration of a yes
     * @throws IllegalArgumentException if a score is not from 0 to 1
     */
    public Calibration calibration() {
        for (var i = 0; i < scores.length; i++) {
            if (!(scores[i] >= 0 && scores[i] <= 1)) {
                throw new IllegalArgumentException(
                        "expected probabilities from 0 to 1, found " + scores[i] + " at place " + i);
            }
        }
        return new Calibration(scores, truth, weights, ranked());
    }
}
