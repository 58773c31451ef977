package io.llmops.eval.metric.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sorts answers into bins by their confidence, for weights of the rows. Immutable. */
final class CalibrationBins {

    static final int BINS = 15;

    private final double[] confidences;
    private final boolean[] right;
    private final int bins;
    private final int[] binOf;
    private final int[] ascending;

    private CalibrationBins(double[] confidences, boolean[] right, int bins, int[] binOf, int[] ascending) {
        this.confidences = confidences;
        this.right = right;
        this.bins = bins;
        this.binOf = binOf;
        this.ascending = ascending;
    }

    static CalibrationBins byWidth(double[] confidences, boolean[] right, int bins) {
        var edges = new double[Math.max(0, bins - 1)];
        Arrays.setAll(edges, edge -> (edge + 1.0) / bins);
        return byEdges(confidences, right, edges);
    }

    /** The edges are quantiles of the confidences, interpolated linearly. */
    static CalibrationBins byQuantiles(double[] confidences, boolean[] right, int bins, RankedScores ranked) {
        var edges = new double[Math.max(0, bins - 1)];
        var order = ranked.rows();
        for (var edge = 0; edge < edges.length; edge++) {
            var place = (edge + 1) * (1.0 / bins) * (order.length - 1);
            var below = confidences[order[(int) place]];
            var above = confidences[order[Math.min(order.length - 1, (int) place + 1)]];
            edges[edge] = below + (place - Math.floor(place)) * (above - below);
        }
        return byEdges(confidences, right, edges);
    }

    /** A bin has what is above the edge before it, up to its own. */
    private static CalibrationBins byEdges(double[] confidences, boolean[] right, double[] edges) {
        var binOf = new int[confidences.length];
        for (var row = 0; row < binOf.length; row++) {
            var low = 0;
            var high = edges.length;
            while (low < high) {
                var middle = (low + high) >>> 1;
                if (edges[middle] < confidences[row]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            binOf[row] = low;
        }
        return new CalibrationBins(confidences, right, edges.length + 1, binOf, new int[0]);
    }

    static CalibrationBins byMass(double[] confidences, boolean[] right, int bins, RankedScores ranked) {
        return new CalibrationBins(confidences, right, bins, new int[0], ranked.rows());
    }

    List<ReliabilityBin> curve(double[] weights) {
        var sums = new double[bins][3];
        if (binOf.length > 0) {
            for (var row = 0; row < binOf.length; row++) {
                add(sums[binOf[row]], row, weights[row]);
            }
        } else {
            fill(sums, weights);
        }
        var curve = new ArrayList<ReliabilityBin>(bins);
        for (var sum : sums) {
            curve.add(ReliabilityBin.of(sum[0], sum[1], sum[2]));
        }
        return curve;
    }

    private void add(double[] sum, int row, double weight) {
        sum[0] += weight;
        sum[1] += weight * confidences[row];
        sum[2] += right[row] ? weight : 0;
    }

    /** A row on the border of two bins is divided between them. */
    private void fill(double[][] sums, double[] weights) {
        var total = 0.0;
        for (var weight : weights) {
            total += weight;
        }
        var bin = 0;
        var filled = 0.0;
        var end = end(0, total);
        for (var row : ascending) {
            var left = weights[row];
            while (left > 0) {
                var room = bin == bins - 1 ? left : Math.min(left, end - filled);
                add(sums[bin], row, Math.max(0, room));
                left -= room;
                filled += room;
                if (left > 0 || (filled >= end && bin < bins - 1)) {
                    bin = Math.min(bins - 1, bin + 1);
                    end = end(bin, total);
                }
            }
        }
    }

    /** Returns the bin that each row begins in. */
    private int[] massBins(double[] weights) {
        var places = new int[weights.length];
        var total = Arrays.stream(weights).sum();
        var bin = 0;
        var filled = 0.0;
        for (var row : ascending) {
            while (bin < bins - 1 && filled >= end(bin, total)) {
                bin++;
            }
            places[row] = bin;
            filled += weights[row];
        }
        return places;
    }

    /** Returns how much is in the bins up to one; whole totals are divided as numpy.array_split does. */
    private double end(int bin, double total) {
        if (total != Math.rint(total)) {
            return total * (bin + 1) / bins;
        }
        return (bin + 1) * Math.floor(total / bins) + Math.min(bin + 1, total % bins);
    }

    /** Returns the derivatives of the expected and the maximum error by the weight of each row, the bins kept. */
    double[][] derivatives(double[] weights) {
        var curve = curve(weights);
        var binOf = this.binOf.length > 0 ? this.binOf : massBins(weights);
        var total = curve.stream().mapToDouble(ReliabilityBin::count).sum();
        var expected = Calibration.expectedError(curve);
        var maximum = Calibration.maximumError(curve);
        var all = new double[2][binOf.length];
        for (var row = 0; row < binOf.length; row++) {
            var bin = curve.get(binOf[row]);
            var gap = Math.signum(bin.accuracy() - bin.confidence()) * ((right[row] ? 1 : 0) - confidences[row]);
            all[0][row] = (gap - expected) / total;
            all[1][row] = bin.gap() == maximum ? (gap - maximum) / bin.count() : 0;
        }
        return all;
    }
}
