package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Sorting;
import java.util.Arrays;

/**
 * Scores of a yes-or-no question with the truth, ordered once, and what depends on the order for weights of the rows.
 * What is undefined (without an example of both kinds) is NaN. Immutable.
 */
final class RankedScores {

    private final int[] rowAt;
    private final boolean[] truthAt;
    private final int[] ends;

    private RankedScores(int[] rowAt, boolean[] truthAt, int[] ends) {
        this.rowAt = rowAt;
        this.truthAt = truthAt;
        this.ends = ends;
    }

    /** Ranks scores, so many in turn of each row. */
    static RankedScores of(double[] scores, boolean[] truth, int perRow) {
        var order = Sorting.ascending(scores, falseFirst(truth));
        var ends = new int[order.length];
        var groups = 0;
        var rows = new int[order.length];
        var truthAt = new boolean[order.length];
        for (var i = 0; i < order.length; i++) {
            rows[i] = order[i] / perRow;
            truthAt[i] = truth[order[i]];
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                ends[groups++] = i + 1;
            }
        }
        return new RankedScores(rows, truthAt, Arrays.copyOf(ends, groups));
    }

    private static int[] falseFirst(boolean[] truth) {
        var order = new int[truth.length];
        var next = 0;
        for (var value : new boolean[] {false, true}) {
            for (var i = 0; i < truth.length; i++) {
                if (truth[i] == value) {
                    order[next++] = i;
                }
            }
        }
        return order;
    }

    int groups() {
        return ends.length;
    }

    /** Returns the row of the lowest score of a group of equal ones. */
    int firstRow(int group) {
        return rowAt[group == 0 ? 0 : ends[group - 1]];
    }

    /** Returns the rows in ascending order of their scores, those that are false first among equals; a view. */
    int[] rows() {
        return rowAt;
    }

    /** Writes the weight of the true and the false ones among the equal scores of a group. */
    void group(int group, double[] weights, double[] into) {
        var right = 0.0;
        var wrong = 0.0;
        for (var i = group == 0 ? 0 : ends[group - 1]; i < ends[group]; i++) {
            if (truthAt[i]) {
                right += weights[rowAt[i]];
            } else {
                wrong += weights[rowAt[i]];
            }
        }
        into[0] = right;
        into[1] = wrong;
    }

    /** Returns how likely a true one has a higher score than a false one, ties counting half. */
    double rocAuc(double[] weights) {
        var sum = 0.0;
        var right = 0.0;
        var wrong = 0.0;
        var group = new double[2];
        for (var g = 0; g < ends.length; g++) {
            group(g, weights, group);
            sum += group[0] * (wrong + group[1] / 2);
            right += group[0];
            wrong += group[1];
        }
        return right > 0 && wrong > 0 ? sum / right / wrong : Double.NaN;
    }

    /** Adds the derivative of the area by the weight of each row, times a factor. */
    void addAucDerivative(double[] weights, double factor, double[] into) {
        var auc = rocAuc(weights);
        var all = totals(weights);
        var group = new double[2];
        var right = 0.0;
        var wrong = 0.0;
        for (var g = 0; g < ends.length; g++) {
            group(g, weights, group);
            var ofTrue = ((wrong + group[1] / 2) / all[1] - auc) / all[0];
            var ofFalse = ((all[0] - right - group[0] / 2) / all[0] - auc) / all[1];
            for (var i = g == 0 ? 0 : ends[g - 1]; i < ends[g]; i++) {
                into[rowAt[i]] += factor * (truthAt[i] ? ofTrue : ofFalse);
            }
            right += group[0];
            wrong += group[1];
        }
    }

    /** Adds a number to the rows of the true ones. */
    void addTruths(double number, double[] into) {
        for (var i = 0; i < rowAt.length; i++) {
            into[rowAt[i]] += truthAt[i] ? number : 0;
        }
    }

    /** Returns the weights of the true ones and of the false ones. */
    double[] totals(double[] weights) {
        var all = new double[2];
        for (var i = 0; i < rowAt.length; i++) {
            all[truthAt[i] ? 0 : 1] += weights[rowAt[i]];
        }
        return all;
    }

    /** Returns the area up to a rate of false alarms, scaled so that guessing is ½ and perfect 1 (McClish 1989). */
    double partialAuc(double[] weights, double most) {
        var all = totals(weights);
        if (all[0] == 0 || all[1] == 0) {
            return Double.NaN;
        }
        var area = 0.0;
        var group = new double[2];
        var hits = 0.0;
        var alarms = 0.0;
        for (var g = ends.length - 1; g >= 0 && alarms < most; g--) {
            group(g, weights, group);
            var width = group[1] / all[1];
            var height = group[0] / all[0];
            var share = alarms + width > most ? (most - alarms) / width : 1;
            area += width * share * (hits + height * share / 2);
            hits += height;
            alarms += width;
        }
        var least = most * most / 2;
        return (1 + (area - least) / (most - least)) / 2;
    }

    /** Returns the mean over the true ones of the precision at their score. */
    double averagePrecision(double[] weights) {
        var sum = 0.0;
        var right = 0.0;
        var predicted = 0.0;
        var group = new double[2];
        for (var g = ends.length - 1; g >= 0; g--) {
            group(g, weights, group);
            right += group[0];
            predicted += group[0] + group[1];
            sum += predicted > 0 ? group[0] * right / predicted : 0;
        }
        return right > 0 ? sum / right : Double.NaN;
    }

    /** Adds the derivative of average precision by the weight of each row, times a factor. */
    void addPrecisionDerivative(double[] weights, double factor, double[] into) {
        var average = averagePrecision(weights);
        var all = totals(weights)[0];
        var right = 0.0;
        var predicted = 0.0;
        var group = new double[2];
        var ofTrue = new double[ends.length];
        var ofFalse = new double[ends.length];
        var precision = new double[ends.length];
        for (var g = ends.length - 1; g >= 0; g--) {
            group(g, weights, group);
            right += group[0];
            predicted += group[0] + group[1];
            if (predicted > 0) {
                precision[g] = right / predicted;
                ofTrue[g] = group[0] * (predicted - right) / predicted / predicted;
                ofFalse[g] = -group[0] * right / predicted / predicted;
            }
        }
        for (var g = 1; g < ends.length; g++) {
            ofTrue[g] += ofTrue[g - 1];
            ofFalse[g] += ofFalse[g - 1];
        }
        for (var g = 0; g < ends.length; g++) {
            for (var i = g == 0 ? 0 : ends[g - 1]; i < ends[g]; i++) {
                into[rowAt[i]] += factor * (truthAt[i] ? precision[g] - average + ofTrue[g] : ofFalse[g]) / all;
            }
        }
    }
}
