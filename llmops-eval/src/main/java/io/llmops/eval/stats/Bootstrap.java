package io.llmops.eval.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bootstrap resampling and the intervals made of it (Efron and Tibshirani 1993; Davison and Hinkley 1997). Replicate i
 * draws from substream i of the seed, so the result does not depend on the number of threads.
 *
 * <p>Approximate: the intervals cover 93–97 % for 95 % on smooth statistics of about 50 independent rows or more. For
 * rates, and precision or recall of a rare class, they cover less: use {@link Proportions}. Where rows come in groups the
 * groups must be resampled. Safe for use by many threads.
 */
public final class Bootstrap {

    private Bootstrap() {}

    /**
     * Returns the replicates of one statistic, made by the calling thread.
     *
     * @param count how many, above 0
     * @param seed any number
     * @param statistic draws a resample and computes the statistic; NaN where it is not defined
     * @return the replicates
     */
    public static Replicates replicates(int count, long seed, ToDoubleFunction<RandomStream> statistic) {
        Objects.requireNonNull(statistic, "statistic");
        Replication one = (random, into) -> into[0] = statistic.applyAsDouble(random);
        return replicates(count, seed, 1, 1, () -> one).get(0);
    }

    /**
     * Returns the replicates of several statistics of the same resamples.
     *
     * @param count how many resamples, above 0
     * @param seed any number
     * @param threads how many threads work, above 0; the calling one and, all stopped on return, others beside it
     * @param statistics how many statistics there are, above 0
     * @param replications asked once for each thread
     * @return the replicates of each statistic
     * @throws IllegalArgumentException if a number is not above 0
     */
    public static List<Replicates> replicates(
            int count, long seed, int threads, int statistics, Supplier<? extends Replication> replications) {
        Objects.requireNonNull(replications, "replications");
        if (count <= 0 || threads <= 0 || statistics <= 0) {
            throw new IllegalArgumentException("expected counts above 0, found " + count + " replicates, " + threads
                    + " threads, " + statistics + " statistics");
        }
        double[][] all = new double[statistics][count];
        RandomStream root = RandomStream.of(seed);
        Workers.run(count, threads, () -> {
            Replication replication = replications.get();
            double[] one = new double[statistics];
            return (from, to) -> {
                for (int i = from; i < to; i++) {
                    replication.run(root.split(i), one);
                    for (int s = 0; s < statistics; s++) {
                        all[s][i] = one[s];
                    }
                }
            };
        });
        return Arrays.stream(all).map(Bootstrap::replicatesOf).toList();
    }

    private static Replicates replicatesOf(double[] values) {
        double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return new Replicates(defined, values.length - defined.length);
    }

    /**
     * Returns the percentile interval: quantiles of the replicates, interpolated linearly.
     *
     * @param replicates at least two finite values
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code bootstrap percentile}
     */
    public static Interval percentile(double[] replicates, double level) {
        double[] sorted = sorted(replicates, level);
        double tail = (1 - level) / 2;
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), level, "bootstrap percentile");
    }

    /**
     * Returns the basic interval: the percentile interval mirrored at the estimate. May leave the range of the
     * statistic.
     *
     * @param estimate the statistic of the original sample
     * @param replicates at least two finite values
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code bootstrap basic}
     */
    public static Interval basic(double estimate, double[] replicates, double level) {
        Numbers.requireFinite("estimate", estimate);
        Interval percentile = percentile(replicates, level);
        return new Interval(
                2 * estimate - percentile.upper(), 2 * estimate - percentile.lower(), level, "bootstrap basic");
    }

    /**
     * Returns the bias-corrected and accelerated interval (Efron 1987). When the estimate lies outside all replicates
     * the bias is taken from half a replicate.
     *
     * @param estimate the statistic of the original sample
     * @param replicates at least two finite values
     * @param jackknife the statistic with each row (or group) left out in turn, at least two finite values
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code bootstrap bca}
     */
    public static Interval bca(double estimate, double[] replicates, double[] jackknife, double level) {
        Numbers.requireFinite("estimate", estimate);
        double[] sorted = sorted(replicates, level);
        double bias = bias(estimate, sorted);
        double acceleration = acceleration(jackknife);
        double tail = Distributions.normalQuantile((1 - level) / 2);
        return new Interval(
                quantile(sorted, adjusted(bias, acceleration, bias + tail)),
                quantile(sorted, adjusted(bias, acceleration, bias - tail)),
                level,
                "bootstrap bca");
    }

    private static double adjusted(double bias, double acceleration, double z) {
        double scale = 1 - acceleration * z;
        if (scale <= 0) {
            return z < 0 ? 0 : 1;
        }
        return Distributions.normalCdf(bias + z / scale);
    }

    private static double bias(double estimate, double[] sorted) {
        double below = IntStream.range(0, sorted.length)
                .mapToDouble(i -> sorted[i] < estimate ? 1 : sorted[i] == estimate ? 0.5 : 0)
                .sum();
        double half = 0.5;
        return Distributions.normalQuantile(Numbers.clamp(below, half, sorted.length - half) / sorted.length);
    }

    private static double acceleration(double[] jackknife) {
        Numbers.requireSample("jackknife", jackknife, 2);
        double mean = Numbers.mean(jackknife);
        double squares = 0;
        double cubes = 0;
        for (double value : jackknife) {
            double distance = mean - value;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        return squares == 0 || Numbers.isConstant(jackknife) ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double[] sorted(double[] replicates, double level) {
        Numbers.requireLevel(level);
        double[] sorted = Numbers.requireSample("replicates", replicates, 2).clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns the quantile with linear interpolation (type 7 of Hyndman and Fan, as numpy and R have it). */
    private static double quantile(double[] sorted, double p) {
        double place = Numbers.clamp(p, 0, 1) * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        return sorted[below] == sorted[above] ? sorted[below] : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
