package io.llmops.eval.metric.agreement;

import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.RowStatistics;

/**
 * Krippendorff's α of the coincidences of values (Krippendorff 2011). Where differences are squares of distances between
 * places on a line (of numbers, or of ranks among all ratings), the expected disagreement is that of a variance.
 */
record KrippendorffAlpha(Scale scale) implements Coefficient {

    @Override
    public RowStatistics.Computation over(Ratings ratings) {
        return (weights, into) -> into[0] = alpha(ratings, weights);
    }

    @Override
    public boolean takes(double rating) {
        return scale != Scale.RATIO || rating >= 0;
    }

    private double alpha(Ratings ratings, double[] weights) {
        var frequencies = ratings.frequencies(weights);
        var places = scale == Scale.ORDINAL ? ranks(frequencies) : ratings.values();
        var n = 0.0;
        var observed = 0.0;
        for (var item = 0; item < weights.length; item++) {
            var codes = ratings.present(item);
            if (weights[item] > 0 && codes.length > 1) {
                n += weights[item] * codes.length;
                observed += weights[item] * disagreement(codes, places) / (codes.length - 1);
            }
        }
        var expected = expected(frequencies, places, n);
        return expected <= 0 ? Double.NaN : Range.SIGNED_UNIT.clamp(1 - (n - 1) * observed / expected);
    }

    private static double[] ranks(double[] frequencies) {
        var ranks = new double[frequencies.length];
        var below = 0.0;
        for (var i = 0; i < ranks.length; i++) {
            ranks[i] = below + frequencies[i] / 2;
            below += frequencies[i];
        }
        return ranks;
    }

    /** Returns the sum over ordered pairs of ratings of an item. */
    private double disagreement(int[] codes, double[] places) {
        var sum = 0.0;
        for (var i = 0; i < codes.length; i++) {
            for (var j = 0; j < i; j++) {
                sum += codes[i] == codes[j] ? 0 : difference(places[codes[i]], places[codes[j]]);
            }
        }
        return 2 * sum;
    }

    private double difference(double one, double other) {
        var apart = switch (scale) {
            case NOMINAL -> 1;
            case ORDINAL, INTERVAL -> one - other;
            case RATIO -> (one - other) / (one + other);
        };
        return apart * apart;
    }

    /** Returns the sum over ordered pairs of all ratings. */
    private double expected(double[] frequencies, double[] places, double n) {
        return switch (scale) {
            case NOMINAL -> {
                var same = 0.0;
                for (var frequency : frequencies) {
                    same += frequency * frequency;
                }
                yield n * n - same;
            }
            case ORDINAL, INTERVAL -> 2 * n * squares(frequencies, places, n);
            case RATIO -> {
                var sum = 0.0;
                for (var one = 0; one < places.length; one++) {
                    for (var other = 0; other < one; other++) {
                        sum += frequencies[one] * frequencies[other] * difference(places[one], places[other]);
                    }
                }
                yield 2 * sum;
            }
        };
    }

    private static double squares(double[] frequencies, double[] places, double n) {
        var mean = 0.0;
        for (var i = 0; i < places.length; i++) {
            mean += frequencies[i] * places[i] / n;
        }
        var squares = 0.0;
        for (var i = 0; i < places.length; i++) {
            // one category alone is its own mean, which rounding may hide
            squares += frequencies[i] == n ? 0 : frequencies[i] * (places[i] - mean) * (places[i] - mean);
        }
        return squares;
    }
}
