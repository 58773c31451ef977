package io.llmops.eval.stats;

import java.util.OptionalDouble;

/**
 * Correlations of pairs that count differently often, for many sets of weights: the pairs are put in order once. Whole
 * weights are equal to as many pairs. Immutable.
 */
public final class WeightedPairs {

    private final double[] x;
    private final double[] y;
    private final int[] orderX;
    private final int[] orderY;
    private final int[] placeY;

    private WeightedPairs(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        orderX = Ranks.order(x);
        orderY = Ranks.order(y);
        placeY = new int[y.length];
        for (int i = 0, place = 0; i < orderY.length; i++) {
            place += i > 0 && y[orderY[i]] != y[orderY[i - 1]] ? 1 : 0;
            placeY[orderY[i]] = place;
        }
    }

    /**
     * Returns pairs.
     *
     * @param x at least one finite value
     * @param y as many
     * @return the pairs
     */
    public static WeightedPairs of(double[] x, double[] y) {
        Numbers.requireSample("x", x, 1);
        Numbers.requireSample("y", y, 1);
        Numbers.requireSameLength("values of x", x.length, "values of y", y.length);
        return new WeightedPairs(x.clone(), y.clone());
    }

    /**
     * Returns Pearson's correlation.
     *
     * @param weights of the pairs, 0 or more
     * @return from −1 to 1; empty if the pairs of some weight do not vary on a side
     */
    public OptionalDouble pearson(double[] weights) {
        return varies(weights) ? OptionalDouble.of(product(x, y, weights)) : OptionalDouble.empty();
    }

    /**
     * Returns Spearman's correlation: of ranks, ties sharing their mean rank.
     *
     * @param weights of the pairs, 0 or more
     * @return from −1 to 1; empty if the pairs of some weight do not vary on a side
     */
    public OptionalDouble spearman(double[] weights) {
        return varies(weights)
                ? OptionalDouble.of(product(ranks(x, orderX, weights), ranks(y, orderY, weights), weights))
                : OptionalDouble.empty();
    }

    /**
     * Returns Kendall's τ-b.
     *
     * @param weights of the pairs, 0 or more
     * @return from −1 to 1; empty if the pairs of some weight do not vary on a side
     */
    public OptionalDouble kendallB(double[] weights) {
        if (!varies(weights)) {
            return OptionalDouble.empty();
        }
        double untiedX = untied(x, orderX, weights);
        double untiedY = untied(y, orderY, weights);
        double tau = difference(weights) / Math.sqrt(untiedX) / Math.sqrt(untiedY);
        return OptionalDouble.of(Numbers.clamp(tau, -1, 1));
    }

    private boolean varies(double[] weights) {
        Numbers.requireSameLength("weights", weights.length, "pairs", x.length);
        int first = 0;
        while (first < weights.length && weights[first] == 0) {
            first++;
        }
        boolean variesX = false;
        boolean variesY = false;
        for (int i = first + 1; i < weights.length; i++) {
            variesX |= weights[i] > 0 && x[i] != x[first];
            variesY |= weights[i] > 0 && y[i] != y[first];
        }
        return variesX && variesY;
    }

    private static double product(double[] x, double[] y, double[] weights) {
        double meanX = mean(x, weights);
        double meanY = mean(y, weights);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
            xy += weights[i] * dx * dy;
        }
        return Numbers.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1, 1);
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            all += weights[i];
        }
        return sum / all;
    }

    /** Returns the weight below each value and half of the weight at it: mean ranks, but for a shift by one half. */
    private static double[] ranks(double[] values, int[] order, double[] weights) {
        double[] ranks = new double[values.length];
        overTies(values, order, weights, (from, to, below, tied) -> {
            for (int i = from; i < to; i++) {
                ranks[order[i]] = below + tied / 2;
            }
        });
        return ranks;
    }

    /** Returns the weight of the pairs of pairs that are not tied. */
    private static double untied(double[] values, int[] order, double[] weights) {
        double[] sum = new double[1];
        overTies(values, order, weights, (from, to, below, tied) -> sum[0] += below * tied);
        return sum[0];
    }

    private interface Tied {
        void at(int from, int to, double below, double weight);
    }

    private static void overTies(double[] values, int[] order, double[] weights, Tied tied) {
        double below = 0;
        for (int from = 0; from < order.length; ) {
            double weight = 0;
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                weight += weights[order[to]];
                to++;
            }
            tied.at(from, to, below, weight);
            below += weight;
            from = to;
        }
    }

    /**
     * Returns the weight of the pairs of pairs in the same order less that of those in the other: walks up x, with a tree
     * of the weights of y seen so far (Fenwick 1994).
     */
    private double difference(double[] weights) {
        double[] tree = new double[x.length + 1];
        double[] sum = new double[2];
        overTies(x, orderX, weights, (from, to, below, tied) -> {
            for (int i = from; i < to; i++) {
                int row = orderX[i];
                if (weights[row] > 0) {
                    double lower = upTo(tree, placeY[row]);
                    double higher = below - upTo(tree, placeY[row] + 1);
                    sum[0] += weights[row] * (lower - higher);
                }
            }
            for (int i = from; i < to; i++) {
                add(tree, placeY[orderX[i]], weights[orderX[i]]);
            }
        });
        return sum[0];
    }

    private static double upTo(double[] tree, int places) {
        double sum = 0;
        for (int i = places; i > 0; i &= i - 1) {
            sum += tree[i];
        }
        return sum;
    }

    private static void add(double[] tree, int place, double weight) {
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i] += weight;
        }
    }
}
