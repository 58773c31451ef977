package io.llmops.eval.stats;

import java.util.Arrays;

/** The rank sums of Wilcoxon's signed-rank test. Immutable. */
final class SignedRanks {

    private final double positive;
    private final double negative;
    private final int zeros;
    private final int count;
    private final double tieCubes;

    private SignedRanks(double positive, double negative, int zeros, int count, double tieCubes) {
        this.positive = positive;
        this.negative = negative;
        this.zeros = zeros;
        this.count = count;
        this.tieCubes = tieCubes;
    }

    static SignedRanks of(double[] differences, PairedTests.Zeros zeros) {
        double[] kept = zeros == PairedTests.Zeros.DROP
                ? Arrays.stream(differences).filter(d -> d != 0).toArray()
                : differences;
        double[] sizes = Arrays.stream(kept).map(Math::abs).toArray();
        double[] ranks = Ranks.average(sizes);
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < kept.length; i++) {
            positive += kept[i] > 0 ? ranks[i] : 0;
            negative += kept[i] < 0 ? ranks[i] : 0;
        }
        double[] counted = Arrays.stream(sizes).filter(d -> d != 0).toArray();
        return new SignedRanks(
                positive, negative, kept.length - counted.length, counted.length, Ranks.tieCubes(counted));
    }

    int count() {
        return count;
    }

    boolean tied() {
        return tieCubes > 0;
    }

    double statistic(Alternative alternative) {
        return alternative == Alternative.TWO_SIDED ? Math.min(positive, negative) : positive;
    }

    double mean() {
        double n = count + zeros;
        return (n * (n + 1) - zeros * (zeros + 1.0)) / 4;
    }

    double deviation() {
        double n = count + zeros;
        double cubes = n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1.0) * (2 * zeros + 1.0);
        return Math.sqrt((cubes - tieCubes / 2) / 24);
    }

    /** Returns the exact probabilities of a positive rank sum at most, and at least, as large as this one. */
    double[] exactTails() {
        int most = count * (count + 1) / 2;
        double[] probabilities = new double[most + 1];
        probabilities[0] = 1;
        for (int rank = 1; rank <= count; rank++) {
            for (int sum = rank * (rank + 1) / 2; sum >= 0; sum--) {
                double with = sum >= rank ? probabilities[sum - rank] : 0;
                probabilities[sum] = (probabilities[sum] + with) / 2;
            }
        }
        int seen = (int) Math.round(positive);
        double below = 0;
        for (int sum = 0; sum <= seen; sum++) {
            below += probabilities[sum];
        }
        double above = 0;
        for (int sum = most; sum >= seen; sum--) {
            above += probabilities[sum];
        }
        return new double[] {below, above};
    }
}
