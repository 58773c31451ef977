package io.llmops.eval.metric.classification;

import io.llmops.eval.stats.Sorting;
import java.util.Arrays;

/**
 * The areas of every label against every other, by the scores of the first: of which both the one-versus-rest and the
 * one-versus-one averages are made (Hand and Till 2001). A label without examples is left out. Immutable.
 */
final class PairAreas {

    private final int labels;
    private final int[] reference;
    private final int[][] orders;
    private final boolean[][] isNew;

    /** Takes the scores by label and row, and the right label of each row. */
    PairAreas(double[][] scores, int[] reference) {
        labels = scores.length;
        this.reference = reference;
        orders = new int[labels][];
        isNew = new boolean[labels][reference.length];
        for (var label = 0; label < labels; label++) {
            orders[label] = Sorting.ascending(scores[label]);
            for (var i = 0; i < reference.length; i++) {
                isNew[label][i] = i == 0 || scores[label][orders[label][i]] != scores[label][orders[label][i - 1]];
            }
        }
    }

    /** Writes the macro and weighted averages of one versus the rest, then of one versus one. */
    void compute(double[] weights, double[] into, int at) {
        var of = new double[labels];
        for (var row = 0; row < reference.length; row++) {
            of[reference[row]] += weights[row];
        }
        var all = Arrays.stream(of).sum();
        var present = Arrays.stream(of).filter(weight -> weight > 0).count();
        Arrays.fill(into, at, at + 4, present < 2 ? Double.NaN : 0);
        for (var a = 0; a < labels && present >= 2; a++) {
            if (of[a] > 0) {
                var pairs = pairs(a, weights);
                var rest = Arrays.stream(pairs).sum() / of[a] / (all - of[a]);
                into[at] += rest / present;
                into[at + 1] += rest * of[a] / all;
                for (var b = 0; b < labels; b++) {
                    if (b != a && of[b] > 0) {
                        var area = pairs[b] / of[a] / of[b];
                        into[at + 2] += area / (present * (present - 1));
                        into[at + 3] += area * (of[a] + of[b]) / (2 * (present - 1) * all);
                    }
                }
            }
        }
    }

    /** Returns for each other label the weight of pairs in which an example of this label has the higher score. */
    private double[] pairs(int a, double[] weights) {
        var pairs = new double[labels];
        var below = new double[labels];
        var order = orders[a];
        for (int from = 0, to; from < order.length; from = to) {
            var here = 0.0;
            for (to = from; to < order.length && (to == from || !isNew[a][to]); to++) {
                here += reference[order[to]] == a ? weights[order[to]] : 0;
            }
            if (here > 0) {
                for (var b = 0; b < labels; b++) {
                    pairs[b] += here * below[b];
                }
            }
            for (var i = from; i < to; i++) {
                var b = reference[order[i]];
                if (b != a) {
                    pairs[b] += here * weights[order[i]] / 2;
                    below[b] += weights[order[i]];
                }
            }
        }
        return pairs;
    }

    /** Adds the derivatives of the four averages by the weight of each row. */
    void derivatives(double[] weights, double[][] into, int at) {
        var averages = new double[4];
        compute(weights, averages, 0);
        var of = new double[labels];
        for (var row = 0; row < reference.length; row++) {
            of[reference[row]] += weights[row];
        }
        var all = Arrays.stream(of).sum();
        for (var row = 0; row < reference.length; row++) {
            into[at + 1][row] -= averages[1] / all;
            into[at + 3][row] -= averages[3] / all;
        }
        for (var a = 0; a < labels; a++) {
            if (of[a] > 0) {
                addDerivatives(a, of, weights, into, at);
            }
        }
    }

    private void addDerivatives(int a, double[] of, double[] weights, double[][] into, int at) {
        var all = Arrays.stream(of).sum();
        var present = Arrays.stream(of).filter(weight -> weight > 0).count();
        var pairs = pairs(a, weights);
        var rest = Arrays.stream(pairs).sum() / of[a] / (all - of[a]);
        var ofPairs = present - 1.0;
        var below = new double[labels];
        var order = orders[a];
        var above = of[a];
        for (int from = 0, to; from < order.length; from = to) {
            var here = 0.0;
            var ties = new double[labels];
            for (to = from; to < order.length && (to == from || !isNew[a][to]); to++) {
                ties[reference[order[to]]] += weights[order[to]];
            }
            here = ties[a];
            ties[a] = 0;
            for (var i = from; i < to; i++) {
                var row = order[i];
                var c = reference[row];
                var ofRest = 0.0;
                if (c == a) {
                    for (var b = 0; b < labels; b++) {
                        if (b != a && of[b] > 0) {
                            var count = below[b] + ties[b] / 2;
                            ofRest += count;
                            var area = pairs[b] / of[a] / of[b];
                            pair(into, at, row, new double[] {
                                (count / of[b] - area) / of[a], area, of[a] + of[b], ofPairs, all
                            });
                        }
                    }
                    ofRest = (ofRest / (all - of[a]) - rest) / of[a];
                    into[at + 1][row] += rest / all;
                } else {
                    var count = above - here + here / 2;
                    ofRest = (count / of[a] - rest) / (all - of[a]);
                    var area = pairs[c] / of[a] / of[c];
                    pair(into, at, row, new double[] {(count / of[a] - area) / of[c], area, of[a] + of[c], ofPairs, all
                    });
                }
                into[at][row] += ofRest / present;
                into[at + 1][row] += ofRest * of[a] / all;
            }
            above -= here;
            for (var b = 0; b < labels; b++) {
                below[b] += ties[b];
            }
        }
    }

    /** Adds what a pair's area does: its derivative, itself, its weight, the others of a label, and all. */
    private void pair(double[][] into, int at, int row, double[] of) {
        into[at + 2][row] += of[0] / ((of[3] + 1) * of[3]);
        into[at + 3][row] += (of[0] * of[2] + of[1]) / (2 * of[3] * of[4]);
    }
}
