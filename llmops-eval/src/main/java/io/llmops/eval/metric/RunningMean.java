package io.llmops.eval.metric;

import io.llmops.eval.metric.MetricValue.Estimate;
import io.llmops.eval.metric.MetricValue.Reach;

/**
 * A weighted mean, gathered as a sum, and the squared distances from a running mean (West 1979; merged as Chan, Golub
 * and LeVeque 1979), which keep their digits. Not safe for use by many threads.
 */
final class RunningMean {

    private final Weights weights = new Weights();
    private double total;
    private double runningMean;
    private double distances;
    private boolean binary = true;
    private double failed;
    private double failedTotal;

    /** Adds a number, which may be what a failed observation counts as. */
    void add(double number, double weight, boolean isFailed) {
        weights.add(weight);
        total += number * weight;
        join(number, 0, weight);
        binary &= number == 0 || number == 1;
        if (isFailed) {
            failed += weight;
            failedTotal += number * weight;
        }
    }

    void merge(RunningMean other, double weight) {
        var before = weights.sum();
        weights.merge(other.weights, weight);
        total += other.total * weight;
        join(other.runningMean, other.distances * weight, weights.sum() - before);
        binary &= other.binary;
        failed += other.failed * weight;
        failedTotal += other.failedTotal * weight;
    }

    /** Joins a group into the mean; its weight is already in the weights. */
    private void join(double otherMean, double otherDistances, double otherWeight) {
        if (otherWeight > 0) {
            var sum = weights.sum();
            var apart = otherMean - runningMean;
            distances += otherDistances + apart * apart * otherWeight * ((sum - otherWeight) / sum);
            runningMean += apart * (otherWeight / sum);
        }
    }

    boolean isEmpty() {
        return weights.sum() == 0;
    }

    /** Returns the mean of at least one number. */
    double mean(Range range) {
        return range.clamp(total / weights.sum());
    }

    /** Returns the mean of at least one number, with its interval. */
    Estimate estimate(Range range, double excluded, double failedExcluded, double level) {
        var mean = mean(range);
        var sums = new MeanInterval.Sums(weights.sum() * weights.scale(), mean, distances * weights.scale(), binary);
        return new Estimate(
                mean,
                MeanInterval.of(range, sums, level),
                weights.n(),
                (long) Math.ceil(excluded),
                reach(range, mean, failedExcluded));
    }

    private Reach reach(Range range, double mean, double failedExcluded) {
        var unknown = failed + failedExcluded;
        if (unknown == 0) {
            return Reach.at(mean);
        }
        var known = (total - failedTotal) / (weights.sum() + failedExcluded);
        var share = unknown / (weights.sum() + failedExcluded);
        return new Reach(Math.min(mean, known + share * range.min()), Math.max(mean, known + share * range.max()));
    }
}
